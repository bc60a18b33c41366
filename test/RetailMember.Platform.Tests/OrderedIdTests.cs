using RetailMember.Values;

namespace RetailMember.Platform.Tests;

public sealed class OrderedIdTests
{
    [Fact]
    public void Keys_ascend_in_the_order_in_which_they_are_made_and_stand_once()
    {
        var made = Enumerable.Range(0, 20_000).Select(_ => OrderedId.Next()).ToList();

        made.ShouldBe(made.Order());
        made.Distinct().Count().ShouldBe(made.Count);
        made.ShouldAllBe(id => id.Version == 7);
    }

    [Fact]
    public void Many_at_once_never_get_the_same_one()
    {
        var made = ParallelEnumerable.Range(0, 20_000).WithDegreeOfParallelism(8).Select(_ => OrderedId.Next()).ToList();

        made.Distinct().Count().ShouldBe(20_000);
    }
}
