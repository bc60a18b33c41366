using RetailMember.Groups.Kinds;
using RetailMember.Membership;
using RetailMember.Texts;
using RetailMember.UseCases;

namespace RetailMember.Groups.Groups;

/// <summary>The groups that a member is in, and whose points pay for whom there. Of the others he learns as good as nothing.</summary>
[OwnMember]
internal sealed class FindOwnGroups(GroupsOfMembers groups, IMemberNumbers numbers)
    : Query<FindOwnGroups.Input, FindOwnGroups.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var me = call.Caller.Id!.Value;
        var mine = await groups.ReadAsync([me], cancel);
        var holders = await numbers.OfAsync([.. mine.Select(g => g.Group.Holder).Distinct()], cancel);
        return new Result(
        [
            .. mine.OrderBy(g => g.Group.Id).Select(g => new Row(
                g.Group.Id, g.Group.Kind, g.Kind.Terms.Name, g.Name, g.Group.Holder == me,
                MaskedNumber.Of(holders.GetValueOrDefault(g.Group.Holder, "")), g.Group.Members.Count, g.Pool, g.Kind.Terms.Earning)),
        ]);
    }

    internal sealed record Input : IInput<Result>;

    internal sealed record Result(IReadOnlyList<Row> Items);

    /// <param name="Kind">Code of its kind.</param>
    /// <param name="HasMainCard">The member himself holds it.</param>
    /// <param name="MaskedHolderNo">Of whoever holds it, masked.</param>
    /// <param name="Members">How many, the holder included.</param>
    /// <param name="Pool">Who may pay with the points of all.</param>
    /// <param name="Earning">Whose card earns for what members buy.</param>
    internal sealed record Row(
        Guid Group, string Kind, LocalName KindName, string? Name, bool HasMainCard, string MaskedHolderNo, int Members, PoolUse Pool,
        EarningUse Earning);
}
