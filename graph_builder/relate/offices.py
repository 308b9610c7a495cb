"""Who holds which office, and which country a body belongs to."""

from __future__ import annotations

from collections.abc import Iterator

from graph_builder.arabic.fold import fold
from graph_builder.lexicon import bodies, people
from graph_builder.relate.actor import Actor
from graph_builder.relate.claim import Claim, evidence
from graph_builder.relate.scene import Scene


def offices(scene: Scene) -> Iterator[Claim]:
    """Offices named before a person: «وزير الخارجية الروسي سيرغي لافروف», and behind a comma after one."""
    for actor in scene.actors:
        if actor.kind != "PER" or not actor.named:
            continue
        phrase = scene.phrase(actor)
        if phrase.office:
            last = _title_end(scene, phrase.office, actor.first - 1)
            yield from _office(scene, actor, phrase.office, last, "office_before_name")
        # «الرئيس هادي المبعوث الأممي»: who has an office before the name has no other right behind it.
        comma = scene.tree[min(actor.last + 1, len(scene.tree))].word.form == "،"
        if (comma or not phrase.office) and (after := office_after(scene, actor)):
            yield from _office(scene, actor, *after, "office_after_name")


def affiliations(scene: Scene) -> Iterator[Claim]:
    """Bodies with a country's adjective in their name, or behind it: الجيش السوري belongs to Syria."""
    for actor in scene.actors:
        yield from _by_adjective_behind(scene, actor)
        if actor.kind == "ORG" and actor.last > actor.first:
            nationality = [n for n in scene.tree.nodes[actor.first - 1 : actor.last] if n.definite and scene.country(n)]
            army = _army(scene, actor)
            if army:
                proof = evidence(scene, actor.first, actor.last, "command_of_army")
                yield Claim(actor.entity, "affiliated_with", army, proof)
            elif nationality:
                country = scene.country(nationality[-1])
                proof = evidence(scene, actor.first, actor.last, "nationality_in_name")
                yield Claim(actor.entity, "affiliated_with", country or "", proof)
            else:
                yield from _of_country(scene, actor)


def _by_adjective_behind(scene: Scene, actor: Actor) -> Iterator[Claim]:
    """A body with a country's adjective behind its name: «صحيفة «الغارديان» البريطانية»."""
    index = scene.behind(actor)
    if actor.kind != "ORG" or not actor.named or index > len(scene.tree) or scene.at(index):
        return
    node = scene.tree[index]
    country = scene.country(node) if node.definite else None
    if country:
        proof = evidence(scene, actor.first, index, "nationality_after_name")
        yield Claim(actor.entity, "affiliated_with", country, proof)


def _army(scene: Scene, actor: Actor) -> str | None:
    """The army that a command is one of: «القيادة العامة للجيش السوري»."""
    if not scene.tree[actor.first].is_a(bodies().commands):
        return None
    inside = [node for node in scene.tree.nodes[actor.first : actor.last] if node.is_a(bodies().armies)]
    return scene.body_called(inside[0]) if inside else None


def _of_country(scene: Scene, actor: Actor) -> Iterator[Claim]:
    """A body of a state with its country behind it: «وزارة الأمن في كوريا الشمالية»."""
    tree = scene.tree
    index = actor.last + 1
    place = scene.at(index + 1) if index < len(tree) and fold(tree[index].word.form) in ("في", "ب") else None
    if place and tree[actor.first].is_a(bodies().of_states) and scene.is_country(place):
        proof = evidence(scene, actor.first, place.last, "state_body_in_country")
        yield Claim(actor.entity, "affiliated_with", place.entity, proof)


def _office(scene: Scene, actor: Actor, first: int, last: int, rule: str) -> Iterator[Claim]:
    body = _body(scene, first, last)
    words = scene.tree.nodes[first - 1 : last]
    if any(node.is_a(people().former) for node in words):
        return
    if body:
        coming = any(node.is_a(people().coming) for node in words)
        proof = evidence(scene, first, last, rule)
        member = scene.tree[first].is_a(people().members)
        if member and scene.kind_of(body) != "ORG":
            return
        predicate = "affiliated_with" if member else "holds_position"
        yield Claim(actor.entity, predicate, body, proof, modality="future" if coming else "asserted")
    seat = _seat(scene, first, last)
    if seat:
        yield Claim(actor.entity, "present_in", seat, evidence(scene, first, last, "seat_of_office"))


def _title_end(scene: Scene, first: int, last: int) -> int:
    """The last word of an office, without the ranks and courtesies between it and the name."""
    while last > first and scene.tree[last].form in people().honorifics and not scene.at(last):
        last -= 1
    return last


def _body(scene: Scene, first: int, last: int) -> str | None:
    """What an office is held in: the body it names, else the country or body that it or its adjective names."""
    tree = scene.tree
    inside = [actor for actor in scene.actors if first <= actor.first and actor.last <= last]
    of_state = tree[first].is_a(people().state_offices)
    named = [a for a in inside if a.kind == "ORG" and not of_state]
    if named:
        return named[0].entity
    for node in tree.nodes[first - 1 : last]:
        if not scene.at(node.index) and (country := scene.country(node)):
            return country
        if body := bodies().by_adjective.get(node.form):
            return scene.known("ORG", body.name)
        if node.definite and node.is_a(bodies().heads) and (meant := scene.body_called(node)):
            return meant
    governed = [a for a in inside if a.kind == "LOC" and tree[a.first - 1].word.upos != "ADP"]
    return governed[0].entity if governed else None


def _seat(scene: Scene, first: int, last: int) -> str | None:
    """Where an envoy serves: «السفير الإيراني لدى دمشق», «السفير المصري في السودان»."""
    envoy = scene.tree[first].is_a(people().envoys)
    for actor in scene.actors:
        inside = first < actor.first and actor.last <= last and actor.kind == "LOC"
        before = scene.tree[actor.first - 1].form if inside else ""
        if before == "لدي" or (before == "في" and envoy):
            return actor.entity
    return None


def office_after(scene: Scene, actor: Actor) -> tuple[int, int] | None:
    """The words of an office behind a name, with «،» between or definite, if nobody else's name ends it."""
    tree = scene.tree
    comma = actor.last < len(tree) and tree[actor.last + 1].word.form == "،"
    first = actor.last + (2 if comma else 1)
    named = first <= len(tree) and tree[first].is_a(people().offices | people().members)
    if not named or not (comma or tree[first].definite or _governs_word(scene, first)):
        return None
    last = first
    while last < len(tree) and (tree[last + 1].definite or scene.at(last + 1) or _governs_body(scene, last + 1)):
        if _governs_body(scene, last + 1):
            last += 1
        inside = scene.at(last + 1)
        if inside and inside.kind == "PER":
            return None
        last = inside.last if inside else last + 1
    return (first, last) if last > first else None


def _governs_word(scene: Scene, index: int) -> bool:
    """Whether an office has words behind it that say which it is: «وزير النقل», «نائب رئيس»."""
    after = scene.tree[index + 1] if index < len(scene.tree) and not scene.at(index + 1) else None
    return after is not None and (after.definite or after.is_a(people().offices))


def _governs_body(scene: Scene, index: int) -> bool:
    """Whether a preposition stands before the body of an office: «النائب في مجلس النواب», «المتحدث باسم»."""
    if index >= len(scene.tree) or scene.tree[index].word.upos != "ADP":
        return False
    inside = scene.at(index + 1)
    return inside is not None and inside.kind == "ORG"
