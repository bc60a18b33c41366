using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using RetailMember.Platform.Data;

namespace RetailMember.Platform.People;

/// <summary>
/// Where ASP.NET Core Identity keeps a person's credentials: in the session's context, saved with the use case that
/// changes them. Lockout is counted by <see cref="SignInAttempts"/>, which parallel guesses cannot outrun.
/// </summary>
internal sealed class PersonStore(PlatformDb db) :
    IUserPasswordStore<Person>,
    IUserSecurityStampStore<Person>,
    IUserTwoFactorStore<Person>,
    IUserAuthenticatorKeyStore<Person>,
    IUserTwoFactorRecoveryCodeStore<Person>
{
    public const char Separator = ';';

    public Task<string> GetUserIdAsync(Person user, CancellationToken cancellationToken) =>
        Task.FromResult(user.Id.ToString());

    public Task<string?> GetUserNameAsync(Person user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(user.UserName);

    public Task SetUserNameAsync(Person user, string? userName, CancellationToken cancellationToken) =>
        Done(() => user.UserName = userName!);

    public Task<string?> GetNormalizedUserNameAsync(Person user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(user.NormalizedUserName);

    public Task SetNormalizedUserNameAsync(Person user, string? normalizedName, CancellationToken cancellationToken) =>
        Done(() => user.NormalizedUserName = normalizedName!);

    public Task<IdentityResult> CreateAsync(Person user, CancellationToken cancellationToken)
    {
        db.People.Add(user);
        return Succeeded();
    }

    public Task<IdentityResult> UpdateAsync(Person user, CancellationToken cancellationToken) => Succeeded();

    /// <summary>People leave, but their name stays in books and audit trail: they are deactivated.</summary>
    public Task<IdentityResult> DeleteAsync(Person user, CancellationToken cancellationToken) =>
        throw new NotSupportedException("People are deactivated, never deleted.");

    public async Task<Person?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        Guid.TryParse(userId, out var id) ? await db.People.FindAsync([id], cancellationToken) : null;

    public Task<Person?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        db.People.SingleOrDefaultAsync(p => p.NormalizedUserName == normalizedUserName, cancellationToken);

    public Task SetPasswordHashAsync(Person user, string? passwordHash, CancellationToken cancellationToken) =>
        Done(() => user.PasswordHash = passwordHash);

    public Task<string?> GetPasswordHashAsync(Person user, CancellationToken cancellationToken) =>
        Task.FromResult(user.PasswordHash);

    public Task<bool> HasPasswordAsync(Person user, CancellationToken cancellationToken) =>
        Task.FromResult(user.PasswordHash is not null);

    public Task SetSecurityStampAsync(Person user, string stamp, CancellationToken cancellationToken) =>
        Done(() => user.SecurityStamp = stamp);

    public Task<string?> GetSecurityStampAsync(Person user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(user.SecurityStamp);

    public Task SetTwoFactorEnabledAsync(Person user, bool enabled, CancellationToken cancellationToken) =>
        Done(() => user.TwoFactorEnabled = enabled);

    public Task<bool> GetTwoFactorEnabledAsync(Person user, CancellationToken cancellationToken) =>
        Task.FromResult(user.TwoFactorEnabled);

    public Task SetAuthenticatorKeyAsync(Person user, string key, CancellationToken cancellationToken) =>
        Done(() => user.AuthenticatorKey = key);

    public Task<string?> GetAuthenticatorKeyAsync(Person user, CancellationToken cancellationToken) =>
        Task.FromResult(user.AuthenticatorKey);

    public Task ReplaceCodesAsync(Person user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken) =>
        Done(() => user.RecoveryCodes = string.Join(Separator, recoveryCodes));

    public Task<bool> RedeemCodeAsync(Person user, string code, CancellationToken cancellationToken)
    {
        List<string> codes = [.. (user.RecoveryCodes ?? "").Split(Separator)];
        if (!codes.Remove(code)) return Task.FromResult(false);
        user.RecoveryCodes = string.Join(Separator, codes);
        return Task.FromResult(true);
    }

    public Task<int> CountCodesAsync(Person user, CancellationToken cancellationToken) =>
        Task.FromResult((user.RecoveryCodes ?? "").Split(Separator, StringSplitOptions.RemoveEmptyEntries).Length);

    public void Dispose()
    {
        // The context belongs to the scope.
    }

    private static Task Done(Action change)
    {
        change();
        return Task.CompletedTask;
    }

    private static Task<IdentityResult> Succeeded() => Task.FromResult(IdentityResult.Success);
}
