namespace RetailMember.UseCases;

/// <summary>Says which permission a use case asks for. Every use case has exactly one of these three.</summary>
[AttributeUsage(AttributeTargets.Class)]
public abstract class AccessAttribute : Attribute;

/// <summary>The caller needs this permission, for the call's brand and store.</summary>
public sealed class NeedsAttribute(string permission) : AccessAttribute
{
    public string Permission { get; } = permission;
}

/// <summary>Any signed-in person or till may do it (change the own password, for example).</summary>
public sealed class SignedInAttribute : AccessAttribute;

/// <summary>Anybody may do it, without signing in. Such a use case guards itself and is throttled.</summary>
public sealed class EverybodyAttribute : AccessAttribute;

/// <summary>Personal or secret: masked in the audit trail, never logged.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class PersonalAttribute : Attribute;
