"""Pictures of many sizes and shapes, measured in a real browser; the scripts beside this one do the work."""
import subprocess
import sys

from drawing_page import ROOT


def run(*arguments):
    return subprocess.run([sys.executable, *arguments], cwd=ROOT / "Tests/Browser", capture_output=True, text=True)


def test_no_text_meets_another_in_samples_and_random_events():
    done = run("drawing_overlap.py", "--seeds", "40")
    assert done.returncode == 0, done.stdout + done.stderr


def test_wider_fonts_never_make_a_page_scroll_sideways():
    done = run("drawing_overlap.py", "--seeds", "20", "--loose")
    assert done.returncode == 0, done.stdout + done.stderr


def test_pictures_can_be_reached_and_read_by_everyone():
    done = run("drawing_reach.py")
    assert done.returncode == 0, done.stdout + done.stderr


def test_templates_and_jinja_still_agree_on_what_is_kept():
    script = ROOT / "Tests/TemplatesTests/Fixtures/jinja/make_fixtures.py"
    done = run(script, "--check")
    assert done.returncode == 0, done.stdout + done.stderr
