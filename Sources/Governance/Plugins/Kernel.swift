import Ledger

/// What the kernel itself brings along: erasure and admission to a stream's circle.
struct Kernel: Plugin {
  var name: String { "Governance" }
  var events: [EventType] { [StukkenVernietigd.type, ToegangVerleend.type, ToegangIngetrokken.type] }
  var rules: [Rule] { ErasureRules.all + CircleRules.all }
  var projections: [any Projection] { [ErasureView()] }
}
