"""Print, as JSON, the dated values that openfisca-france gives for figures that we hold too.

    .tools/openfisca/bin/python scripts/openfisca_values.py

Runs inside the environment of openfisca-france, never inside ours: it imports nothing of the project.
`scripts.compare_openfisca` makes that environment, runs this file and compares.
"""

from __future__ import annotations

import json
import sys
from functools import reduce
from importlib.metadata import version
from typing import Any

DISABILITY = "prestations_sociales.prestations_etat_de_sante.invalidite"
CSG = "prelevements_sociaux.contributions_sociales.csg.remplacement.seuils"
# Our id, and where the same figure stands in the parameters of openfisca-france. Units are the same: euros by hour,
# month or year.
PATHS = {
    "pass_annual": "prelevements_sociaux.pss.plafond_securite_sociale_annuel",
    "smic_hourly_gross": "marche_travail.salaire_minimum.smic.smic_b_horaire",
    "asi_ceiling_single_annual": f"{DISABILITY}.asi.plafond_ressource_seul",
    "asi_ceiling_couple_annual": f"{DISABILITY}.asi.plafond_ressource_couple",
    "aah_max_monthly": f"{DISABILITY}.aah.montant",
    "csg_rfr_exempt_max_first_part": f"{CSG}.seuil_rfr1.seuil_rfr1",
    "csg_rfr_exempt_half_part": f"{CSG}.seuil_rfr1.demi_part_suppl_rfr1",
    "csg_rfr_reduced_max_first_part": f"{CSG}.seuil_rfr2.seuil_rfr2",
    "csg_rfr_reduced_half_part": f"{CSG}.seuil_rfr2.demi_part_suppl_rfr2",
    "csg_rfr_median_max_first_part": f"{CSG}.seuil_rfr3.seuil_rfr3",
    "csg_rfr_median_half_part": f"{CSG}.seuil_rfr3.demi_part_suppl_rfr3",
}


def dated_values(tree: Any, path: str) -> dict[str, object]:
    """One parameter of the tree: its value by day of effect, and until which day its authors vouch for the last one.

    Raises:
        KeyError: openfisca-france no longer has a parameter there; PATHS must follow.
    """
    parameter = reduce(lambda node, name: node.children[name], path.split("."), tree)
    vouched = parameter.metadata.get("last_value_still_valid_on")
    return {
        "vouched_until": str(vouched) if vouched else None,
        "values": {entry.instant_str: entry.value for entry in reversed(parameter.values_list)},
    }


def main() -> None:
    """Print the package's version and every figure of PATHS."""
    from openfisca_france import FranceTaxBenefitSystem  # absent from our own environment, where PATHS is read

    tree = FranceTaxBenefitSystem().parameters
    figures = {key: dated_values(tree, path) for key, path in PATHS.items()}
    json.dump({"version": version("openfisca-france"), "figures": figures}, sys.stdout, indent=1)


if __name__ == "__main__":
    main()
