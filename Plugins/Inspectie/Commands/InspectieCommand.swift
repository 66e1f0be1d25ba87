import ArgumentParser
import Console
import Governance

/// `waarborg inspectie`: inspections, what they demanded, and what is still open.
struct InspectieCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "inspectie", nl: "Inspecties: wat is geëist, tot wanneer, en wat nog openstaat.",
    en: "Inspections: what was demanded, until when, and what is still open.", subcommands: [])
}
