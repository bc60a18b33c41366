namespace RetailMember.Modules;

/// <summary>
/// Marks a type of the kernel or of a Contracts project that any module may implement and register: the only
/// services beside its own that a plug-in may bring.
/// </summary>
[AttributeUsage(AttributeTargets.Interface | AttributeTargets.Class)]
public sealed class SeamAttribute : Attribute
{
    /// <summary>
    /// It counts that there is somebody to ask: he stays among the seam's fillers also where his tables could not be made,
    /// and whoever asks does without an answer as the law wants it. The same holds where he could not even be loaded: see
    /// <see cref="ModuleCatalogue.Missing{TSeam}"/>. Otherwise see <see cref="SeamScreen"/>.
    /// </summary>
    public bool EvenWithoutTables { get; init; }
}
