namespace RetailMember.Modules;

/// <summary>
/// Marks a type of the kernel or of a Contracts project that any module may implement and register: the only
/// services beside its own that a plug-in may bring.
/// </summary>
[AttributeUsage(AttributeTargets.Interface | AttributeTargets.Class)]
public sealed class SeamAttribute : Attribute;
