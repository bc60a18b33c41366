using System.Collections.Frozen;
using RetailMember.Brands;
using RetailMember.Membership;
using RetailMember.People;
using RetailMember.UseCases;
using static RetailMember.StoredValue.SalesPermissions;

namespace RetailMember.StoredValue.Demonstration;

/// <summary>Does the demonstration's work on the days on which it would have been done, and by the people who would have.</summary>
internal sealed class DemoDesk(UseCaseEntry entry, DemoClock clock, IStaff staff, Brand brand, Store home, Store other)
{
    /// <summary>How far back the demonstration goes.</summary>
    public const int Days = 60;

    private readonly FrozenDictionary<string, GrantScope[]> rights = new[]
    {
        SellCards, TakePayments, DeliverCards, RefundSales, ConfirmCheques, ConfirmPayments, ApproveBonuses, EditTargets,
        EditCommissionRules, ActivateCommissionRules, ApproveCampaigns, PrepareSettlements, ApproveSettlements, AnswerDisputes,
        StoredValuePermissions.ChargeCards, StoredValuePermissions.RefundCards, StoredValuePermissions.BlockCards,
        StoredValuePermissions.RequestClosings, StoredValuePermissions.ApproveClosings, StoredValuePermissions.ManageCards,
    }.ToFrozenDictionary(permission => permission, _ => new[] { new GrantScope(brand.Id, null) });

    public DateOnly Today => clock.Today(brand);

    public Brand Brand => brand;

    /// <summary>Where its people work.</summary>
    public Store Home => home;

    public Store Other => other;

    public void GoTo(int daysAgo, int hour = 11) => clock.GoTo(daysAgo, hour);

    /// <param name="input">What is done.</param>
    /// <param name="by">User name; null, or nobody who is here: the house.</param>
    /// <param name="cancel">Cancels.</param>
    public Task<TResult> RunAsync<TResult>(IInput<TResult> input, string? by, CancellationToken cancel) =>
        RunAsync(input, CallerOf(by), cancel);

    public Task<TResult> RunAsync<TResult>(IInput<TResult> input, CancellationToken cancel) => RunAsync(input, by: null, cancel);

    /// <summary>What a member does on his phone.</summary>
    public Task<TResult> RunAsync<TResult>(IInput<TResult> input, MemberSummary member, CancellationToken cancel) =>
        RunAsync(input, Caller.Member(member.Id, member.MemberNo, brand.Id), cancel);

    private Task<TResult> RunAsync<TResult>(IInput<TResult> input, Caller caller, CancellationToken cancel) =>
        entry.RunAsync(input, new CallContext(caller, Channel.CommandLine) { Brand = brand }, cancel);

    private Caller CallerOf(string? userName) => userName is not null && staff.Find(userName) is { } person
        ? new Caller(CallerKind.Person, person.Id, person.UserName, rights)
        : Caller.House("demonstration");
}
