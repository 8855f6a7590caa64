"""The forms for issues are those of the model, and GitHub can read them."""

import pytest
import yaml

from forms import FOLDER, FORMS, form_text

KEYS = {
    "input": {"label", "description", "placeholder", "value"},
    "textarea": {"label", "description", "placeholder", "value", "render"},
    "dropdown": {"label", "description", "multiple", "options", "default"},
}
"""Kinds of elements that GitHub knows, with the attributes that each may have."""


def test_every_form_is_there_and_no_other():
    assert sorted(path.stem for path in FOLDER.iterdir()) == sorted(FORMS)


@pytest.mark.parametrize("stem", FORMS)
def test_a_form_is_as_the_model_says(stem):
    written = (FOLDER / f"{stem}.yml").read_text(encoding="utf-8")
    assert written == form_text(FORMS[stem]), "run `make forms`"


@pytest.mark.parametrize("stem", FORMS)
def test_a_form_is_one_that_github_takes(stem):
    form = yaml.safe_load((FOLDER / f"{stem}.yml").read_text(encoding="utf-8"))
    assert form.keys() == {"name", "description", "body"}
    ids = [element["id"] for element in form["body"]]
    labels = [element["attributes"]["label"] for element in form["body"]]
    assert len(set(ids)) == len(ids)
    assert len(set(labels)) == len(labels)
    for element in form["body"]:
        attributes = element["attributes"]
        assert set(attributes) <= KEYS[element["type"]]
        assert all(isinstance(option, str) for option in attributes.get("options", []))
        assert len(set(attributes.get("options", []))) == len(attributes.get("options", []))
        assert isinstance(element["validations"]["required"], bool)


def test_what_a_record_must_have_is_asked_for():
    def asked(stem):
        form = yaml.safe_load(form_text(FORMS[stem]))
        return {it["id"] for it in form["body"] if it["validations"]["required"]}

    assert asked("article") == {"title", "published", "source-outlet", "topics", "body"}
    assert asked("actor") == {"name", "type", "summary"}
    assert asked("note") == {"page", "quote-exact", "by", "body"}
