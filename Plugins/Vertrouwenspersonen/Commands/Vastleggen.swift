import ArgumentParser
import Console
import Governance
import Ledger

/// A command that records one fact.
protocol VastlegCommand: ProgramCommand {
  /// What it records.
  associatedtype Gebeurtenis: EventDefinition

  var vast: VastlegOptions { get }
}

extension VastlegCommand {
  var herkomst: HerkomstOptions { vast.herkomst }
  var options: AppendingOptions { vast.options }
  var shared: SharedOptions { options.shared }
}

/// What every command shares that records a fact: where it is known from, and how it is appended.
struct VastlegOptions: ParsableArguments {
  @OptionGroup var herkomst: HerkomstOptions
  @OptionGroup var options: AppendingOptions
}

/// Fills a draft about an appointment in with what was typed.
typealias Invulling = (inout EventDraft, Benoeming, AppendContext) throws -> Void

/// A command that records one fact of one appointment.
protocol BenoemingCommand: VastlegCommand where Gebeurtenis: PersoonsGebeurtenis {
  var benoeming: BenoemingArgument { get }
  /// Reads what was typed, before the ledger is looked at, and says how the draft is filled in.
  func invulling() throws -> Invulling
}

extension BenoemingCommand {
  func run(_ program: Program) throws {
    let fill = try invulling()
    try program.append(options) { context in
      let found = try benoeming.find(context)
      var draft = context.draft(Gebeurtenis.self, on: found.stream, herkomst)
      draft[Gebeurtenis.persoon] = found.persoon
      try fill(&draft, found, context)
      return Proposal(draft)
    }
  }
}

/// A command that records one fact of the vertrouwenspersonen as a whole.
protocol GeheelCommand: VastlegCommand {
  /// Reads what was typed, before the ledger is looked at, and says how the draft is filled in.
  func invulling() throws -> (inout EventDraft) throws -> Void
}

extension GeheelCommand {
  func run(_ program: Program) throws {
    let fill = try invulling()
    try program.append(options) { context in
      var draft = context.draft(Gebeurtenis.self, on: try context.vertrouwenspersonen(), herkomst)
      try fill(&draft)
      return Proposal(draft)
    }
  }
}

extension AppendContext {
  /// The one stream of what is about the vertrouwenspersonen as a whole; a new one when nothing is recorded yet.
  func vertrouwenspersonen() throws -> StreamID {
    try Regelbesluiten.stroom(reading.views) ?? book.newStream(FormatieVastgesteld.type.streamKind)
  }

  /// The day by which the event is judged: the last one it can be of, else today, when it is recorded.
  var day: CalendarDate { effective.latest ?? book.today }

  /// The municipality's choices in force on that day.
  func regels() throws -> Vertrouwenspersonenregels { try Vertrouwenspersonenregels(on: day, reading.views) }
}
