import QtQuick

// A search entry with a key to clear it.
TextEntry {
    id: field

    property string placeholder: qsTr("Search")

    placeholderText: placeholder
    trailing: text !== "" ? "×" : ""

    onTrailingTapped: {
        text = "";
        edited("");
    }
}
