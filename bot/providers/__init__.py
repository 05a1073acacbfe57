"""The paid models, and the only home of the openai package.

`images` draws; `catalogue` says what there is to draw with. An answer goes through `answers` (and `downloads`), an
error through `refusals` (any server's form to ours), `learned` (what to do without) and `faults` (what to tell people).
"""

from bot.providers.catalogue import Catalogue
from bot.providers.connection import connect
from bot.providers.downloads import Downloads
from bot.providers.images import ImageProvider
from bot.providers.orders import Answered, Drawn, ImageOrder, TooManyReferences, Unusable

__all__ = ["Answered", "Catalogue", "Drawn", "ImageOrder", "ImageProvider", "TooManyReferences", "Unusable", "build"]


def build(
    *,
    api_key: str,
    base_url: str = "https://api.openai.com/v1",
    azure_endpoint: str = "",
    azure_api_key: str = "",
    azure_api_version: str = "2025-04-01-preview",
    timeout_seconds: float = 600,
) -> ImageProvider:
    """An image provider from plain settings; an Azure endpoint wins over the base URL."""
    client = connect(
        base_url=base_url,
        api_key=api_key,
        azure_endpoint=azure_endpoint,
        azure_api_key=azure_api_key,
        azure_api_version=azure_api_version,
        timeout_seconds=timeout_seconds,
    )
    downloads = Downloads(azure_endpoint or base_url, azure_api_key if azure_endpoint else api_key)
    return ImageProvider(client, downloads, is_azure=bool(azure_endpoint), timeout_seconds=timeout_seconds)
