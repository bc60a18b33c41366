using RetailMember.Data;

namespace RetailMember.Platform.People;

/// <summary>Somebody who works for the chain and signs in.</summary>
internal sealed class Person : IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string UserName { get; set; }

    /// <summary>Upper case, for finding: databases compare letters differently.</summary>
    public string NormalizedUserName { get; set; } = "";

    public required string DisplayName { get; set; }

    /// <summary>zh-Hans or en; null takes what the browser prefers.</summary>
    public string? Language { get; set; }

    public bool Active { get; set; } = true;

    public string? PasswordHash { get; set; }

    /// <summary>True while the password is one that somebody else gave.</summary>
    public bool MustChangePassword { get; set; }

    /// <summary>Changes with password and departure; cookies and tokens that name another one are void.</summary>
    public string SecurityStamp { get; set; } = "";

    public int FailedAttempts { get; set; }

    public DateTime? LockedUntil { get; set; }

    public bool TwoFactorEnabled { get; set; }

    public string? AuthenticatorKey { get; set; }

    /// <summary>The authenticator's step whose code was accepted last: neither it nor an older one serves again.</summary>
    public long? LastCodeStep { get; set; }

    public string? RecoveryCodes { get; set; }

    public DateTime CreatedAt { get; init; }

    public DateTime? LastSignInAt { get; set; }

    public long Version { get; set; }
}
