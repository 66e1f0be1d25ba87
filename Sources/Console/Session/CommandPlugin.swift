import ArgumentParser
import Governance

/// A plugin that brings commands along; the program lists them beside its own.
public protocol CommandPlugin: Plugin {
  /// Its commands, in the order in which help lists them.
  static var commands: [any ParsableCommand.Type] { get }
}
