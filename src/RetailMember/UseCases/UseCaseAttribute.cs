namespace RetailMember.UseCases;

/// <summary>
/// Says who may do a use case. Every use case has one of these; <see cref="OwnMemberAttribute"/> may stand beside another.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public abstract class AccessAttribute : Attribute;

/// <summary>The caller needs this permission, for the call's brand and store.</summary>
public sealed class NeedsAttribute(string permission) : AccessAttribute
{
    public string Permission { get; } = permission;
}

/// <summary>Any signed-in person or till may do it (change the own password, for example); no member.</summary>
public sealed class SignedInAttribute : AccessAttribute;

/// <summary>
/// A member may do it for himself, within his own brand. Alone, nobody else may, and the member is the call's caller.
/// Beside <see cref="NeedsAttribute"/> it opens to members what staff do for them: the input is then an
/// <see cref="IOfMember{TInput}"/>, and whomever it names, the entry puts the caller there.
/// </summary>
public sealed class OwnMemberAttribute : AccessAttribute;

/// <summary>Anybody may do it, without signing in. Such a use case guards itself and is throttled.</summary>
public sealed class EverybodyAttribute : AccessAttribute;

/// <summary>Personal or secret: masked in the audit trail, never logged.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class PersonalAttribute : Attribute;
