"""What the legend, the sliders and the chips let through, in every view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.view.reader import ATTACK, in_picture, panel

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Watched


def test_legend_hides_a_class_and_reset_brings_it_back(visit: Callable[..., Watched], sample_page: Path) -> None:
    page = visit(sample_page).page
    assert "Call 5" in in_picture(page)
    page.uncheck("[data-key=k-Call]")
    assert "Call 0" in in_picture(page)
    assert "Weapon 0" in in_picture(page), "the direct picture has weapons in the titles of its lines"
    page.click("#mode-events")
    assert "Weapon 9" in in_picture(page)
    page.click("text=Reset filters")
    assert "Call 5" in in_picture(page)


def test_statements_that_crowd_the_page_wait_for_a_toggle(visit: Callable[..., Watched], sample_page: Path) -> None:
    page = visit(sample_page).page
    assert "Statement 0" in in_picture(page)
    page.check("[data-key=k-Statement]")
    assert "Statement 16" in in_picture(page)


def test_certainty_dates_outlets_and_sources_filter_every_view(
    visit: Callable[..., Watched], sample_page: Path
) -> None:
    page = visit(sample_page).page
    page.uncheck("[data-key=f-Denied]")
    page.uncheck("[data-key=f-Planned]")
    assert "Call 3" in in_picture(page)
    page.click("#tab-talks")
    assert "denied" not in page.inner_text("#view-list")
    page.click("text=Reset filters")
    page.select_option("[data-key=least]", "3")
    assert "Call 2" in in_picture(page)
    page.click("text=Reset filters")
    page.locator("[data-key=from]").evaluate(
        "slider => { slider.value = slider.max - 1; slider.dispatchEvent(new Event('change')) }"
    )
    page.click("#tab-timeline")
    assert "2 March 2031" not in page.inner_text("#view-list")
    assert "14 March 2031" in page.inner_text("#view-list")
    page.click("text=Reset filters")
    for row in page.locator(".outlets .row", has_not_text="Meridian").all():
        row.click()
    page.click("#tab-force")
    assert "5 events" in page.inner_text("#view-list h2")


def test_what_is_less_sure_than_chosen_goes_and_its_chip_brings_it_back(
    visit: Callable[..., Watched], sample_page: Path
) -> None:
    page = visit(sample_page).page
    before = in_picture(page)
    page.select_option("[data-key=sure]", "90")
    assert in_picture(page) != before
    assert "sure=90" in page.url
    page.locator("#chips button", has_text="90 % or more").click()
    assert in_picture(page) == before


ARTICLE = "12 Mar 2031 · Kresk Dispatch · Carmania hands over third Aquila battery"


def test_single_article_shows_only_what_it_says(visit: Callable[..., Watched], sample_page: Path) -> None:
    page = visit(sample_page).page
    page.select_option("[data-key=article]", label=ARTICLE)
    assert "Call 0" in in_picture(page)
    assert "Transfer 3" in in_picture(page)
    assert "Carmania delivered Aquila to Veshta" in panel(page)
    page.click("#tab-talks")
    assert page.locator("tbody tr", has_text="Helmsgate").count() == 1
    page.click("#tab-force")
    assert "Nothing passes the filters" in page.inner_text("#view-list")


def test_article_is_found_by_its_title_and_from_its_quotations(
    visit: Callable[..., Watched], sample_page: Path
) -> None:
    page = visit(sample_page, f"node={ATTACK}").page
    page.locator("#panel .source", has_text="Meridian Wire").get_by_text("Only this article").locator(
        "visible=true"
    ).first.click()
    assert "article=a2" in page.url
    page.fill("#find", "third aquila")
    page.keyboard.press("Enter")
    assert "article=a4" in page.url


def test_every_active_filter_is_named_and_undone_by_its_chip(visit: Callable[..., Watched], sample_page: Path) -> None:
    page = visit(sample_page, "article=a2&from=2031-03-13&not=Denied&least=2&no=Kresk+Dispatch").page
    assert page.locator("#chips button").count() == 5
    assert "Only “Orlenia fires 412 drones in largest strike of the war”" in page.inner_text("#chips")
    for _ in range(5):
        page.locator("#chips button").first.click()
    assert page.is_hidden("#chips")
    assert page.url.split("#")[1] == ""


def test_claim_looks_like_a_claim_and_says_whose(visit: Callable[..., Watched], sample_page: Path) -> None:
    page = visit(sample_page, "tab=force").page
    row = page.locator("tbody tr", has_text="Maravik air base")
    assert "claimed" in row.inner_text()
    assert "Orlenian Ministry of Defence" in row.inner_text()
    shown = page.locator("tbody tr").count()
    page.uncheck("[data-key=f-Claimed]")
    assert page.locator("tbody tr", has_text="Maravik air base").count() == 0
    assert page.locator("tbody tr").count() < shown


def test_slider_bars_count_the_events_of_their_stretch(visit: Callable[..., Watched], sample_page: Path) -> None:
    page = visit(sample_page).page
    titles = page.locator(".bars i[title]").evaluate_all("bars => bars.map(bar => bar.title)")
    told = page.evaluate("JSON.parse(document.getElementById('data').textContent).events").__iter__()
    dated = sum("date" in event and event["kind"] != "Statement" for event in told)
    assert sum(int(title.split(": ")[1].split()[0]) for title in titles) == dated
