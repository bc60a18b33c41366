namespace RetailMember.UseCases;

/// <summary>What kind of 'no' a refusal is; over HTTP it decides the status.</summary>
public enum RefusalKind
{
    /// <summary>The request is not of the right form (400).</summary>
    Invalid,

    /// <summary>Nobody is signed in (401).</summary>
    SignInNeeded,

    /// <summary>The caller may not do this (403).</summary>
    Forbidden,

    /// <summary>What is named does not exist, or not for this caller (404).</summary>
    NotFound,

    /// <summary>A rule of the business says no in the present state (409).</summary>
    Conflict,

    /// <summary>The body is larger than its address takes (413).</summary>
    TooLarge,

    /// <summary>Too many requests (429).</summary>
    TooMany,
}

/// <summary>
/// A business 'no': a stable code (also the key of its text), a kind, and the facts that the text names.
/// Throwing it inside a use case rolls the whole use case back.
/// </summary>
public sealed class Refusal(string code, RefusalKind kind, params (string Name, object? Value)[] facts)
    : Exception(code)
{
    /// <summary>Stable, for example <c>membership.member-not-found</c>.</summary>
    public string Code { get; } = code;

    public RefusalKind Kind { get; } = kind;

    public IReadOnlyList<(string Name, object? Value)> Facts { get; } = facts;

    /// <summary>Per field, when the request itself is at fault.</summary>
    public IReadOnlyList<FieldFault> Fields { get; init; } = [];

    /// <summary>For logs: the code, and each field at fault with its own.</summary>
    public override string Message => Fields.Count == 0
        ? Code
        : $"{Code} ({string.Join(", ", Fields.Select(f => $"{f.Field}: {f.Code}"))})";

    public static Refusal Invalid(IReadOnlyList<FieldFault> fields) =>
        new("request.invalid", RefusalKind.Invalid) { Fields = fields };

    public static Refusal Invalid(string field, string code) => Invalid([new FieldFault(field, code)]);
}

/// <summary>One field that is at fault: its JSON name, a stable code and the facts that the code's text names.</summary>
public sealed record FieldFault(string Field, string Code, params (string Name, object? Value)[] Facts);
