import ArgumentParser
import Console
import Governance
import Ledger

/// A command that records one fact of one appointment.
protocol BenoemingCommand: RecordingCommand where Event: PersoonsGebeurtenis, Found == Benoeming {
  var benoeming: BenoemingArgument { get }
}

extension BenoemingCommand {
  func find(_ context: AppendContext) throws -> Benoeming { try benoeming.find(context) }
  func identify(_ found: Benoeming, in draft: inout EventDraft) { draft[Event.persoon] = found.persoon }
}

extension Benoeming: Streamed {}

/// A command that records one fact of the vertrouwenspersonen as a whole.
protocol GeheelCommand: RecordingCommand where Found == StreamID {}

extension GeheelCommand {
  /// The one stream of what is about the vertrouwenspersonen as a whole; a new one when nothing is recorded yet.
  func find(_ context: AppendContext) throws -> StreamID {
    try Regelbesluiten.stroom(context.views) ?? context.book.newStream(Event.type.streamKind)
  }
}

extension AppendContext {
  /// The municipality's choices in force on the day of the event.
  func regels() throws -> Vertrouwenspersonenregels { try Vertrouwenspersonenregels(on: day, views) }
}
