using System.Reflection;
using System.Text;
using FluentValidation;

namespace RetailMember.UseCases;

public enum UseCaseKind
{
    Command,
    Query,
    Batch,
    Process,
}

/// <summary>What is known of a use case from its class: the list from which permissions, audit and documents are made.</summary>
public sealed class UseCaseInfo
{
    internal UseCaseInfo(string module, Type type, UseCaseKind kind, Type inputType, Type resultType)
    {
        Module = module;
        Type = type;
        Kind = kind;
        InputType = inputType;
        ResultType = resultType;
        Name = $"{module.ToLowerInvariant()}.{Kebab(type.Name)}";
        var access = type.GetCustomAttributes<AccessAttribute>().ToList();
        IsForOwnMember = access.OfType<OwnMemberAttribute>().Any();
        Access = access.Find(a => a is not OwnMemberAttribute) ?? access.FirstOrDefault()
            ?? throw new InvalidOperationException(
                $"{type} says nothing of its access: put [Needs], [SignedIn], [OwnMember] or [Everybody] on it.");
        ValidatorType = type.GetNestedTypes(BindingFlags.Public | BindingFlags.NonPublic)
            .FirstOrDefault(t => typeof(IValidator<>).MakeGenericType(inputType).IsAssignableFrom(t));
    }

    /// <summary>Stable: <c>membership.record-purchase</c>.</summary>
    public string Name { get; }

    public string Module { get; }

    public Type Type { get; }

    public UseCaseKind Kind { get; }

    public Type InputType { get; }

    public Type ResultType { get; }

    /// <summary>Who may do it, beside members for themselves.</summary>
    public AccessAttribute Access { get; }

    /// <summary>Whether a member may do it for himself.</summary>
    public bool IsForOwnMember { get; }

    /// <summary>The nested class of input rules, if there is one.</summary>
    public Type? ValidatorType { get; }

    /// <summary>Null when the type is not a use case.</summary>
    public static UseCaseInfo? Of(string module, Type type)
    {
        if (type.IsAbstract || !typeof(UseCaseBase).IsAssignableFrom(type)) return null;
        for (var ancestor = type.BaseType; ancestor is not null; ancestor = ancestor.BaseType)
        {
            if (!ancestor.IsGenericType || KindOf(ancestor.GetGenericTypeDefinition()) is not { } kind) continue;
            var arguments = ancestor.GetGenericArguments();
            return new UseCaseInfo(module, type, kind, arguments[0], arguments[1]);
        }

        return null;
    }

    private static UseCaseKind? KindOf(Type definition) =>
        definition == typeof(UseCase<,>) ? UseCaseKind.Command
        : definition == typeof(Query<,>) ? UseCaseKind.Query
        : definition == typeof(BatchUseCase<,>) ? UseCaseKind.Batch
        : definition == typeof(Process<,>) ? UseCaseKind.Process
        : null;

    internal static string Kebab(string name)
    {
        var kebab = new StringBuilder();
        foreach (var c in name)
        {
            if (char.IsUpper(c) && kebab.Length > 0) kebab.Append('-');
            kebab.Append(char.ToLowerInvariant(c));
        }

        return kebab.ToString();
    }
}
