import ArgumentParser
import Console
import Governance

/// `waarborg nevenfunctie`: activities beside the function, from the rules to the public statement.
struct NevenfunctieCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "nevenfunctie", nl: "Nevenwerkzaamheden: regels, meldingen, besluiten, bevestigingen en de openbare opgave.",
    en: "Activities beside the function: rules, reports, decisions, confirmations and the public statement.",
    discussion: Text(
      nl: """
        Een melding heet naar haar functie en een volgnummer: gemeentesecretaris/1. Wat van voor het grootboek is, legt u
        vast met --historisch --bron. Wat is gemeld, kan altijd worden vastgelegd, ook als het niet mag.
        """,
      en: """
        A report goes by its function and a number: gemeentesecretaris/1. What is from before the ledger is recorded with
        --historisch --bron. What was reported can always be recorded, also when it is not allowed.
        """),
    subcommands: [
      Lijst.self, Toon.self, Openstaand.self, ToonRegels.self, StelIn.self, WijsAan.self, TrekAanwijzingIn.self,
      Meld.self,
      VraagToestemming.self, Verleen.self, VerleenOnderVoorwaarden.self, Weiger.self, AdviseerNiet.self, Wijzig.self,
      Beeindig.self, MeldFunctiewijziging.self, Bevestig.self, OpgaveCommand.self, LaatAchterwege.self,
      BelangCommand.self, Corrigeer.self, ImporteerCommand.self,
    ])
}
