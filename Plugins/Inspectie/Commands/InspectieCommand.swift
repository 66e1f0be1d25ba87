import ArgumentParser
import Console
import Governance

/// `waarborg inspectie`: inspections, what they demanded, and what is still open.
struct InspectieCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "inspectie", nl: "Inspecties: wat is geëist, tot wanneer, en wat nog openstaat.",
    en: "Inspections: what was demanded, until when, and what is still open.",
    subcommands: [
      StandCommand.self, Lijst.self, Toon.self, Openstaand.self, BewijsCommand.self, KondigAan.self, VoerUit.self,
      OntvangVoornemen.self, GeefZienswijze.self, GeenZienswijze.self, LegEisOp.self, Afschrift.self,
      MaakBezwaar.self, VraagVoorziening.self, OntvangBeslissing.self, LegAlternatiefVast.self,
      VerklaarVoldaan.self, HerhaalBewijs.self, KomTerug.self, OntvangBoeterapport.self,
      OntvangProcesVerbaal.self, OndergaatBestuursdwang.self, Sluit.self, MaakOpenbaar.self,
      HaalVanSite.self, Corrigeer.self,
      EisenCommand.self, Elementen.self, Beoordeel.self, TrekOordeelIn.self,
    ])
}
