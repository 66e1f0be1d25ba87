import ArgumentParser
import Governance

/// Which part of a list is shown: a person reads a page, a program gets the whole list.
public struct PageOptions: ParsableArguments {
  /// How many are shown to a person who does not say.
  public static let usual = 100

  /// How many to show.
  @Option(
    help: Language.help(
      nl: "Hoeveel er hoogstens worden getoond (anders \(usual); met --json alles).",
      en: "How many to show at most (else \(usual); with --json all).", "aantal"))
  public var aantal: Int?

  /// Which one to begin with.
  @Option(
    help: Language.help(
      nl: "Met de hoeveelste de lijst begint (anders 1).", en: "Which one to begin with (else 1).", "nummer"))
  public var vanaf: Int = 1

  /// Default values.
  public init() {}

  /// The part of the list to ask for: one more than is shown, so that it is known whether there is more.
  /// - Throws: `Failure` for a number below 1.
  public func page(_ shared: SharedOptions) throws -> ListPage {
    for (option, value) in [("--aantal", aantal ?? 1), ("--vanaf", vanaf)] where !(1...1_000_000_000).contains(value) {
      throw Failure(
        .badInput,
        Text(nl: "\(option): \(value) is geen aantal vanaf 1", en: "\(option): \(value) is not a number from 1 on"))
    }
    return ListPage(offset: vanaf - 1, limit: limit(shared).map { $0 + 1 })
  }

  /// Of what was found those that are shown; says so when there are more. What is written from here on is a list.
  /// - Throws: `Failure` when the list ends before the page begins.
  public func shown<Row>(_ found: [Row], _ shared: SharedOptions, on terminal: Terminal) throws -> [Row] {
    if !shared.json { terminal.beginList() }
    if found.isEmpty, vanaf > 1 {
      throw Failure(
        .badInput,
        Text(
          nl: "--vanaf \(vanaf): zo lang is de lijst niet", en: "--vanaf \(vanaf): the list is not that long"),
        remedy: Text(nl: "laat --vanaf weg, of begin eerder", en: "leave --vanaf out, or begin earlier"))
    }
    guard let limit = limit(shared), found.count > limit else { return found }
    terminal.note(
      Text(
        nl: "Dit zijn nummer \(vanaf) tot en met \(vanaf + limit - 1); er is meer: --vanaf \(vanaf + limit)",
        en: "These are number \(vanaf) to \(vanaf + limit - 1); there is more: --vanaf \(vanaf + limit)"))
    return Array(found.prefix(limit))
  }

  private func limit(_ shared: SharedOptions) -> Int? { aantal ?? (shared.json ? nil : Self.usual) }
}
