import ArgumentParser
import Console
import Governance

/// `waarborg bundel`: evidence for someone outside, as one folder that proves itself.
struct BundelCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "bundel", nl: "Maak of controleer een bewijsbundel voor wie buiten staat.",
    en: "Make or check a bundle of evidence for someone outside.",
    subcommands: [Maak.self, Controleer.self, Lijst.self, Toon.self])
}
