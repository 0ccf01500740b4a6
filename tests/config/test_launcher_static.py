import pytest

from config.launcher import static


@pytest.fixture
def collected(checkout, monkeypatch):
    """A checkout with one style sheet; what is collected is noted instead of done."""
    for name in ("static/css/app.css", *static.ALSO):
        file = checkout.root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("een")
    asked = []

    def collect(paths, name, command, **rest):
        (paths.run / "static").mkdir(exist_ok=True)
        asked.append(name)

    monkeypatch.setattr(static, "run_logged", collect)
    static.collect_static(checkout, {})
    return asked


def test_files_are_collected_once(collected, checkout):
    static.collect_static(checkout, {})

    assert collected == ["collectstatic"]


@pytest.mark.parametrize("name", ["static/css/app.css", "static/css/nieuw.css", "config/settings.py"])
def test_files_are_collected_again_after_a_change(collected, checkout, name):
    (checkout.root / name).write_text("anders")

    static.collect_static(checkout, {})

    assert collected == ["collectstatic", "collectstatic"]


def test_files_are_collected_again_when_the_last_time_failed(collected, checkout, monkeypatch):
    def fail(*args, **kwargs):
        raise RuntimeError

    (checkout.root / "static" / "css" / "app.css").write_text("stuk")
    with monkeypatch.context() as patch:
        patch.setattr(static, "run_logged", fail)
        with pytest.raises(RuntimeError):
            static.collect_static(checkout, {})

    static.collect_static(checkout, {})

    assert collected == ["collectstatic", "collectstatic"]
