import ArgumentParser
import Console
import Governance

/// `waarborg rie`: the risk inventory, the plan that follows from it, and each measure.
struct RieCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "rie", nl: "De RI&E, het plan van aanpak en elke maatregel.",
    en: "The risk inventory, its plan and each measure.",
    discussion: Text(
      nl: "Een vergissing corrigeert u met waarborg inspectie corrigeer NUMMER --reden …",
      en: "A mistake is corrected with waarborg inspectie corrigeer NUMBER --reden …"),
    subcommands: [
      Lijst.self, Toon.self, Maatregelen.self, VoerUit.self, Raadpleeg.self, Risicofactoren.self, StelVast.self,
      MaakBekend.self, StelPlanVast.self, MaakPlanBekend.self, EvalueerPlan.self, LegMaatregelVast.self, StelBij.self,
      Importeer.self, WijsAan.self, VoerMaatregelUit.self, EvalueerMaatregel.self, LaatVervallen.self,
      MaakOpenbaar.self, HaalVanSite.self,
    ])
}
