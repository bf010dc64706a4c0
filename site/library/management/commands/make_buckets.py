"""Makes the two buckets, and lets everybody read the files of the public one."""

import json
from typing import Any

from django.core.files.storage import Storage, default_storage
from django.core.management.base import BaseCommand, CommandError

from library.storage import public_storage

FIRST_REGION = "us-east-1"


def reading_policy(bucket: str) -> str:
    """Return a policy by which everybody may read each file of a bucket, and nobody may list them."""
    statement = {
        "Effect": "Allow",
        "Principal": "*",
        "Action": "s3:GetObject",
        "Resource": f"arn:aws:s3:::{bucket}/*",
    }
    return json.dumps({"Version": "2012-10-17", "Statement": [statement]})


class Command(BaseCommand):
    """For the first start with a store of one's own. What is there stays."""

    help = "Make the buckets that are missing, and let everybody read the public one. Files in folders need none."

    def handle(self, *args: Any, **options: Any) -> None:
        """Make them.

        Raises:
            CommandError: the store refuses.
        """
        for storage, is_public in ((default_storage, False), (public_storage(), True)):
            name = getattr(storage, "bucket_name", None)
            if name is None:
                continue
            try:
                made = make_bucket(storage, name, is_public=is_public)
            except Exception as error:  # boto3's errors, without a need for boto3 where files lie in folders
                raise CommandError(f"The bucket {name} cannot be made or changed: {error}") from error
            if options["verbosity"]:
                self.stdout.write(f"The bucket {name} {'was made' if made else 'is there'}.")


def make_bucket(storage: Storage, name: str, *, is_public: bool) -> bool:
    """Make a bucket if it is missing, and say whether we did. A public one is opened for reading either way."""
    client = storage.connection.meta.client  # type: ignore[attr-defined] # of django-storages' S3Storage
    names = {bucket["Name"] for bucket in client.list_buckets()["Buckets"]}
    if name not in names:
        region = client.meta.region_name
        # The first region is named by leaving it out.
        elsewhere = {"CreateBucketConfiguration": {"LocationConstraint": region}} if region != FIRST_REGION else {}
        client.create_bucket(Bucket=name, **elsewhere)
    if is_public:
        client.put_bucket_policy(Bucket=name, Policy=reading_policy(name))
    return name not in names
