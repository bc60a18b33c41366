using RetailMember.Settings;
using RetailMember.UseCases;

namespace RetailMember.Membership.Members.Forgetting;

/// <summary>
/// Forgets who members were, some days after they left: name, mobile, birthday, sex, cards and answers go, the books stay
/// under their numbers. In many short transactions; those who must stay known are asked about again the next night.
/// </summary>
[Needs(MembershipPermissions.RunJobs)]
internal sealed class ForgetMembers(UseCaseEntry entry, ISettings settings) : Process<ForgetMembers.Input, ForgetMembers.Result>
{
    public const string DaysSetting = "Membership.ForgetAfterDays";

    private const int MembersAtOnce = 200;

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var leftUntil = call.At.AddDays(-settings.WholeNumber(DaysSetting, call.RequiredBrand.Id));
        var (forgotten, kept, last) = (0L, 0L, (Guid?)null);
        while (await entry.RunAsync(new ForgetSome.Input(leftUntil, last, MembersAtOnce), call, cancel) is { Last: not null } share)
            (forgotten, kept, last) = (forgotten + share.Forgotten, kept + share.Kept, share.Last);
        return new Result(forgotten, kept);
    }

    internal sealed record Input : IInput<Result>;

    /// <param name="Kept">Who must stay known: a module says so.</param>
    internal sealed record Result(long Forgotten, long Kept);
}
