using RetailMember.Data;

namespace RetailMember.Platform.Tests.Data;

public sealed class SqlServerFaultsTests
{
    [Theory]
    [InlineData(1205, true)] // Deadlock.
    [InlineData(1222, true)] // Waited too long for a lock.
    [InlineData(3960, true)] // Update conflict of a snapshot.
    [InlineData(10054, true)] // The connection was reset.
    [InlineData(40613, true)] // The database is not available just now.
    [InlineData(2627, false)] // A key is taken: the next attempt decides by the row.
    [InlineData(547, false)] // A constraint.
    [InlineData(8152, false)] // A text too long.
    [InlineData(18456, false)] // Log-in failed.
    [InlineData(-2, false)] // The client stopped waiting: whether it was done is not known.
    public void What_may_be_tried_again(int number, bool transient) => SqlServerFaults.IsTransient(number).ShouldBe(transient);

    [Theory]
    [InlineData(-2, 11, true)]
    [InlineData(10054, 20, true)]
    [InlineData(1205, 13, false)]
    public void Whose_outcome_is_not_known(int number, byte severity, bool lost) =>
        SqlServerFaults.IsLostConnection(number, severity).ShouldBe(lost);
}
