using RetailMember.Membership.Reports;
using RetailMember.UseCases;

namespace RetailMember.Membership.Tests.Reports;

public sealed class ReportWindowTests
{
    private static readonly DateOnly Today = new(2025, 6, 18);

    [Fact]
    public void Without_ends_it_is_the_last_thirty_days() =>
        ReportWindow.Of(null, null, Today).ShouldBe(new ReportWindow(new(2025, 5, 20), Today));

    [Fact]
    public void Before_the_first_day_there_is_nothing_to_look_at() =>
        ReportWindow.Of(null, DateOnly.MinValue, Today).ShouldBe(new ReportWindow(DateOnly.MinValue, DateOnly.MinValue));

    [Theory]
    [InlineData("2025-06-18", "2025-06-17")]
    [InlineData("0001-01-01", "9999-12-31")]
    [InlineData("2020-01-01", "2025-06-18")]
    public void A_window_that_is_backward_or_too_long_is_refused(string from, string to) =>
        Should.Throw<Refusal>(() => ReportWindow.Of(DateOnly.Parse(from, null), DateOnly.Parse(to, null), Today));
}
