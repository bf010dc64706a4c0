"""Documents are read when they come, in the background: by the task queue, or at once where there is none."""

from functools import partial
from typing import Any

from django.db import transaction
from django.db.models import F, Q
from django.db.models.signals import post_save
from django.utils import timezone
from django_tasks import task

from library.models import CustomDocument
from search.files.extraction import KINDS, extract, is_readable
from search.models import DocumentText


@task()
def read_document(pk: int) -> None:
    """Take the text out of a document, and keep it; its row follows into the index by itself."""
    document = CustomDocument.objects.filter(pk=pk).first()
    if document is None or not is_readable(document):
        return
    state, text = extract(document)
    DocumentText.objects.update_or_create(
        document=document,
        defaults={"state": state, "text": text, "file_name": document.file.name, "read_at": timezone.now()},
    )


def follow_document(sender: type[CustomDocument], instance: CustomDocument, raw: bool = False, **_kwargs: Any) -> None:
    """Have a new file read once the transaction is over; what was read of the former one is forgotten at once."""
    if raw or not is_readable(instance):
        return
    known = DocumentText.objects.filter(document=instance).first()
    if known is None or known.file_name != instance.file.name:
        waiting = {"state": DocumentText.State.WAITING, "text": "", "file_name": instance.file.name, "read_at": None}
        DocumentText.objects.update_or_create(document=instance, defaults=waiting)
        transaction.on_commit(partial(read_document.enqueue, instance.pk), robust=True)


def unread_documents() -> Any:
    """Return the documents that have not been read, or whose file is another one now."""
    readable = Q()
    for kind in KINDS:
        readable |= Q(file__iendswith=f".{kind}")
    waiting = Q(searched_text=None) | Q(searched_text__state=DocumentText.State.WAITING)
    return CustomDocument.objects.filter(readable, waiting | ~Q(searched_text__file_name=F("file"))).order_by("pk")


def connect() -> None:
    """Follow the saving of documents."""
    post_save.connect(follow_document, sender=CustomDocument, dispatch_uid="search.files")
