import ArgumentParser
import Console
import Governance

/// `waarborg rie`: the risk inventory, the plan that follows from it, and each measure.
struct RieCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "rie", nl: "De RI&E, het plan van aanpak en elke maatregel.",
    en: "The risk inventory, its plan and each measure.", subcommands: [])
}
