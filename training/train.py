"""From the treebank files to the pipeline that ships: `python training/train.py TREEBANK`."""

from __future__ import annotations

import json
from pathlib import Path

import click
from conllu import read_sentences, read_split
from constructions import wrong_arcs
from learn import initialise, learn, learn_branches
from lemmas import lemma_lookups
from measure import accuracies, load_seconds, megabytes, words_per_second
from package import add_lemmatizer, describe, install
from spacy.util import load_config, load_model_from_path
from verbs import wrong_lemmas

HERE = Path(__file__).parent
SHIPPED = HERE.parent / "src" / "scr_lint" / "language" / "pipeline"


@click.command(context_settings={"show_default": True})
@click.argument("treebank", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--output", type=click.Path(file_okay=False, path_type=Path), default=SHIPPED)
@click.option("--config", type=click.Path(exists=True, path_type=Path), default=HERE / "config.cfg")
@click.option(
    "--steps", type=int, help="Fewer steps a phase than the configuration's, for a trial."
)
@click.option("--seed", type=int, help="Another seed than the configuration's, in every phase.")
def main(
    treebank: Path,
    output: Path,
    config: Path,
    steps: int | None,
    seed: int | None,
) -> None:
    """Train on the CoNLL-U files in TREEBANK, measure, and put the pipeline in its place."""
    settings = load_config(config, interpolate=True)
    phases = [{**settings["trunk"]}, *({**branch} for branch in settings["branches"].values())]
    for phase in phases:
        phase.update({"steps": steps} if steps else {}, **({"seed": seed} if seed else {}))
    train, dev = read_split(treebank, "train"), read_split(treebank, "dev")
    register = list(read_sentences(HERE / "register.conllu"))
    weight = settings["augmentation"]["register_weight"]

    nlp = initialise(settings, train)
    learn(nlp, phases[0], train + register * weight, dev, click.echo)
    learn_branches(nlp, phases[1:], train + register * weight, dev, click.echo)
    add_lemmatizer(nlp, lemma_lookups(nlp, train))
    performance = accuracies(nlp, treebank)
    done = "; ".join(f"seed {phase['seed']}, {phase['steps']} steps" for phase in phases)
    describe(nlp, performance, f"Trunk and branches: {done}.")
    install(nlp, HERE / "pipeline-LICENSE.txt", output)

    shipped = load_model_from_path(output)
    click.echo(json.dumps(performance, indent=2))
    click.echo(f"{megabytes(output):.1f} MB, loads in {load_seconds(output):.2f} s")
    speed = words_per_second(shipped, read_split(treebank, "test"))
    click.echo(f"{speed:,.0f} words a second")
    for line in wrong_lemmas(shipped):
        click.echo(f"wrong lemma: {line}")
    total, wrong = wrong_arcs(shipped)
    click.echo(f"{total - len(wrong)} of {total} arcs of constructions.toml right")
    for line in wrong:
        click.echo(f"wrong arc: {line}")


if __name__ == "__main__":
    main()
