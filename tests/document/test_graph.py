"""Graphs: order, neighbours, reach and loops."""

from hypothesis import given

from playground.document.graph import DATA, OUTPUT, Edge, Graph, Node
from playground.document.layers.dense import Dense
from playground.document.layers.merging import Add
from tests.document.random_documents import documents, few


def graph(*edges, nodes="abc"):
    """Data and Output as "data" and "output", Dense layers a, b, c; edges as "data a"."""
    made = tuple(Node(name, Dense()) for name in nodes)
    return Graph((*Graph().nodes, *made), tuple(Edge(*edge.split()) for edge in edges))


def test_a_new_graph_has_its_two_ends_apart():
    assert [node.id for node in Graph().nodes] == [DATA, OUTPUT]
    assert Graph().trained == ()


def test_sources_keep_the_order_of_edges():
    found = graph("b a", "data a", "a output")
    assert found.sources["a"] == ("b", "data")
    assert found.targets["a"] == ("output",)
    assert found.sources["c"] == ()


def test_order_puts_sources_first_and_leaves_loops_out():
    assert graph("data c", "c a", "a output", nodes="abc").order.index("c") < 3
    found = graph("data a", "a b", "b a", "b c", "data output")
    assert set(found.order) == {DATA, OUTPUT}


def test_upstream_and_downstream_hold_the_node_itself():
    found = graph("data a", "a b", "b output", "data c")
    assert found.downstream("a") == {"a", "b", OUTPUT}
    assert found.upstream("a") == {DATA, "a"}
    assert found.upstream("c") == {DATA, "c"}


def test_an_edge_against_the_flow_would_loop():
    found = graph("data a", "a b")
    assert found.would_loop("b", "a")
    assert found.would_loop("a", "a")
    assert not found.would_loop("a", "c")


def test_only_what_stands_between_data_and_output_is_trained():
    found = graph("data a", "a output", "data b", "c output")
    assert found.trained == (DATA, "a", OUTPUT)


def test_a_long_chain_needs_no_recursion():
    names = [f"n{number}" for number in range(1_900)]
    nodes = tuple(Node(name, Dense()) for name in names)
    chain = Graph((*Graph().nodes, *nodes), tuple(map(Edge, (DATA, *names), (*names, OUTPUT))))
    assert chain.trained == (DATA, *names, OUTPUT)
    assert chain.would_loop(names[-1], names[0])


def test_graphs_are_values():
    assert graph("data a") == graph("data a")
    assert hash(graph("data a")) == hash(graph("data a"))
    assert Node("add", Add()) != Node("add", Add(), "sum")


@few
@given(documents)
def test_in_every_graph_each_edge_goes_forward_in_the_order(document):
    found = document.graph
    place = {node_id: at for at, node_id in enumerate(found.order)}
    assert set(place) == set(found.by_id)
    assert all(place[edge.source] < place[edge.target] for edge in found.edges)
    assert all(found.would_loop(edge.target, edge.source) for edge in found.edges)
