"""The store's own PostgreSQL server: made, started and stopped with the program."""

from app.data.server.errors import FolderInUseError, ForeignFolderError, StoreServerError
from app.data.server.identity import default_folder
from app.data.server.store_server import ServerStatus, StoreServer
from app.data.server.temporary import temporary_folder, temporary_server

__all__ = [
    "FolderInUseError",
    "ForeignFolderError",
    "ServerStatus",
    "StoreServer",
    "StoreServerError",
    "default_folder",
    "temporary_folder",
    "temporary_server",
]
