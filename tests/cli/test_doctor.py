"""What the doctor finds without starting Qt."""

from pathlib import Path

import pytest

from qualdesk.cli import doctor


def test_libraries_that_are_not_there_are_read_from_what_ldd_says() -> None:
    said = (
        "\tlinux-vdso.so.1 (0x00007ffd)\n"
        "\tlibEGL.so.1 => not found\n"
        "\tlibc.so.6 => /lib/libc.so.6 (0x00007f)\n"
        "\tlibxcb-cursor.so.0 => not found\n"
    )
    assert list(doctor.not_found_in(said)) == ["libEGL.so.1", "libxcb-cursor.so.0"]


def test_the_apt_line_names_each_package_once() -> None:
    line = doctor.apt_line(["libGL.so.1", "libOpenGL.so.0", "libxcb-cursor.so.0"])
    assert line == "sudo apt install libgl1 libxcb-cursor0"
    assert doctor.apt_line([]) == ""
    assert doctor.apt_line(["libunheard-of.so.7"]) == ""


def test_every_library_named_has_a_package() -> None:
    assert all(package and " " not in package for package in doctor.PACKAGES.values())


def test_without_a_display_the_window_is_refused_in_one_sentence(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(doctor.sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert doctor.missing_display().count(".") == 1
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert doctor.missing_display() == ""


def test_offscreen_and_other_systems_need_no_display(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert doctor.missing_display() == ""
    monkeypatch.delenv("QT_QPA_PLATFORM")
    monkeypatch.setattr(doctor.sys, "platform", "darwin")
    assert doctor.missing_display() == ""
    assert doctor.missing_libraries(window=True) == ()


def test_here_the_libraries_for_offscreen_work_are_present() -> None:
    missing = set(doctor.missing_libraries(window=False))
    assert missing == set()


def test_a_window_can_be_loaded_here_and_a_file_that_lacks_a_library_is_noticed(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Asked of the loader at every start; what is missing is then looked up by ``ldd``."""
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert doctor.loads_window()
    broken = tmp_path / "libbroken.so"
    broken.write_bytes(b"no library")
    monkeypatch.setattr(doctor, "_QT_FILES", (str(broken),))
    assert not doctor.loads_window()
