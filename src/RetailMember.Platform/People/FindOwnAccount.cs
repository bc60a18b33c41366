using Microsoft.EntityFrameworkCore;
using RetailMember.Platform.Data;
using RetailMember.UseCases;

namespace RetailMember.Platform.People;

/// <summary>The account of whoever asks, with the roles in every brand.</summary>
[SignedIn]
internal sealed class FindOwnAccount(PlatformDb db) : Query<FindOwnAccount.Input, FindOwnAccount.Result>
{
    public sealed record Input : IInput<Result>;

    /// <param name="Language">zh-Hans or en; null takes what the browser prefers.</param>
    /// <param name="LastSignInAt">UTC.</param>
    public sealed record Result(
        string UserName,
        string DisplayName,
        string? Language,
        bool MustChangePassword,
        bool TwoFactorEnabled,
        DateTime? LastSignInAt,
        IReadOnlyList<FindPeople.Held> Roles);

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var id = call.OwnPersonId();
        var person = await db.People.AsNoTracking().SingleAsync(p => p.Id == id, cancel);
        var roles = await db.Assignments.AsNoTracking().Where(a => a.PersonId == id).ToListAsync(cancel);
        return new Result(
            person.UserName,
            person.DisplayName,
            person.Language,
            person.MustChangePassword,
            person.TwoFactorEnabled,
            person.LastSignInAt,
            [.. roles.Select(FindPeople.Held.Of)]);
    }
}
