"""What a portion of a product should be, and how those being cut stand against it."""

from app.domain.catalog import Category, CutBy, PortionConfiguration, Product
from app.domain.cutting_tools import CuttingTool
from app.domain.portion_check import Standard
from app.services.store_view import StoreView


def standard_of(
    product: Product, configuration: PortionConfiguration, category: Category | None
) -> Standard:
    """The standard of one way of cutting; the category says what is measured beside weight."""
    cut_by = category.cut_by if category else None
    return Standard(
        portions=configuration.portions_per_whole,
        weight_mg=configuration.standard_weight_mg,
        cake=cut_by is CutBy.WEIGHT,
        round_cut=cut_by is CutBy.ANGLE,
        least_bp=product.min_portion_bp,
        most_bp=product.max_portion_bp,
    )


def suitable_tools(view: StoreView, product: Product) -> tuple[CuttingTool, ...]:
    """The active tools that cut this product, its own first, then by code."""
    fitting = [
        tool
        for tool in view.cutting_tools.values()
        if tool.active and product.category_id in tool.suits
    ]
    return tuple(sorted(fitting, key=lambda tool: (tool.id != product.tool_id, tool.code)))
