"""Creates the one workflow, for every page: a second person approves. Undone, it removes it."""

from django.db import migrations

WORKFLOW = "Akceptacja"
TASK = "Akceptacja przez drugą osobę"
APPROVERS = ("Redaktor", "Administrator")
STOCK_WORKFLOW = "Moderators approval"


def create_workflow(apps, schema_editor):
    Workflow = apps.get_model("wagtailcore", "Workflow")
    ContentType = apps.get_model("contenttypes", "ContentType")
    content_type, _created = ContentType.objects.get_or_create(app_label="editorial", model="foureyestask")
    Workflow.objects.filter(name=STOCK_WORKFLOW).delete()
    apps.get_model("wagtailcore", "Task").objects.filter(name=STOCK_WORKFLOW).delete()
    task = apps.get_model("editorial", "FourEyesTask").objects.create(name=TASK, active=True, content_type=content_type)
    task.groups.set(apps.get_model("auth", "Group").objects.filter(name__in=APPROVERS))
    workflow = Workflow.objects.create(name=WORKFLOW, active=True)
    apps.get_model("wagtailcore", "WorkflowTask").objects.create(workflow=workflow, task=task, sort_order=0)
    root = apps.get_model("wagtailcore", "Page").objects.get(depth=1)
    apps.get_model("wagtailcore", "WorkflowPage").objects.update_or_create(page=root, defaults={"workflow": workflow})


def remove_workflow(apps, schema_editor):
    apps.get_model("wagtailcore", "Workflow").objects.filter(name=WORKFLOW).delete()
    apps.get_model("editorial", "FourEyesTask").objects.filter(name=TASK).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("editorial", "0001_initial"),
        ("accounts", "0002_roles"),
    ]

    operations = [migrations.RunPython(create_workflow, remove_workflow)]
