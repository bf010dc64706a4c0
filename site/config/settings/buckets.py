"""Files in buckets of S3's protocol in place of folders."""

from importlib.util import find_spec
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

BACKEND = "storages.backends.s3.S3Storage"


def buckets(
    *, private: str, public: str, public_url: str, endpoint: str, region: str, access_key: str, secret_key: str
) -> dict[str, dict[str, Any]]:
    """Return the two storages in buckets, or nothing where no bucket is named.

    Args:
        private: the bucket of uploads and what is made of them, which nobody else may read.
        public: the bucket of images that live pages show, which everybody may read.
        public_url: the address under which readers find the public bucket.
        endpoint: the address of the store; Amazon's own where it is empty.
        region: the region of the store.
        access_key: who we are there; boto3 looks in its own places where it is empty.
        secret_key: how we show it.

    Raises:
        ImproperlyConfigured: something is missing, or one bucket would be both.
    """
    if not (private or public):
        return {}
    if not (private and public and public_url) or private == public:
        raise ImproperlyConfigured(
            "Files in buckets need S3_PRIVATE_BUCKET, S3_PUBLIC_BUCKET, which is another one, and S3_PUBLIC_URL."
        )
    address = urlsplit(public_url)
    if address.scheme not in {"http", "https"} or not address.netloc:
        raise ImproperlyConfigured("S3_PUBLIC_URL must be a whole address, such as https://www.example.org/media/.")
    if find_spec("storages") is None or find_spec("boto3") is None:
        raise ImproperlyConfigured(
            "Files in buckets need django-storages: pip install --require-hashes -r requirements/s3.txt"
        )
    common: dict[str, Any] = {
        "endpoint_url": endpoint or None,
        "region_name": region or None,
        "access_key": access_key or None,
        "secret_key": secret_key or None,
        # A store at an address of its own seldom has a host for each bucket.
        "addressing_style": "path" if endpoint else "auto",
        "signature_version": "s3v4",
        "file_overwrite": False,  # as in folders: a file of the same name gets another one
        "default_acl": None,  # what may be read is said by the bucket
    }
    shown = {
        "querystring_auth": False,
        "custom_domain": f"{address.netloc}{address.path}".rstrip("/"),
        "url_protocol": f"{address.scheme}:",
    }
    return {
        "default": {"BACKEND": BACKEND, "OPTIONS": {**common, "bucket_name": private}},
        "public": {"BACKEND": BACKEND, "OPTIONS": {**common, **shown, "bucket_name": public}},
    }


def image_source(public_url: str) -> list[str]:
    """Return what the content security policy must allow beside the site itself, for a URL of the public bucket."""
    address = urlsplit(public_url)
    return [f"{address.scheme}://{address.netloc}"] if address.netloc else []
