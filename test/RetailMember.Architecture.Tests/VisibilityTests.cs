using RetailMember.Architecture.Tests.Repository;
using RetailMember.Architecture.Tests.Rules;
using RetailMember.Modules;
using RetailMember.Platform;
using RetailMember.UseCases;

namespace RetailMember.Architecture.Tests;

public sealed class VisibilityTests
{
    /// <summary>What the host calls of the platform, beside its module class: its share of the pipeline and of the verbs.</summary>
    private static readonly Type[] Platform = [typeof(PlatformPipeline), typeof(PlatformAdministration)];

    [Fact]
    public void Everything_in_a_module_but_its_class_is_internal() =>
        Visibility.Leaks(House.Implementations.SelectMany(a => a.GetExportedTypes()).Except(Platform)).ShouldBeEmpty();

    [Fact]
    public void A_public_helper_is_found() => Visibility.Leaks([typeof(VisibilityTests)]).Count.ShouldBe(1);

    [Fact]
    public void Every_module_has_one_public_module_class()
    {
        House.Implementations.ShouldNotBeEmpty();
        Visibility.NotOneModule(House.Implementations.Select(a => (a.GetName().Name!, (IEnumerable<Type>)a.GetExportedTypes())))
            .ShouldBeEmpty();
    }

    [Fact]
    public void Two_modules_in_one_assembly_are_found() =>
        Visibility.NotOneModule([("planted", [typeof(Red.OneModule), typeof(Red.OtherModule)])]).Count.ShouldBe(1);

    [Fact]
    public void Every_core_module_is_loaded_by_the_host()
    {
        var loaded = House.Implementations.Select(a => a.GetName().Name);
        SourceTree.Ending("Module.cs")
            .Where(f => f.Path.StartsWith("modules/", StringComparison.Ordinal) && f.Text.Contains(": IModule", StringComparison.Ordinal)
                && !f.Path.StartsWith("modules/verticals/", StringComparison.Ordinal))
            .Select(f => f.Path.Split('/')[^2]).Except(loaded).ShouldBeEmpty();
    }

    [Fact]
    public void Use_cases_are_sealed() =>
        Visibility.NotSealed(House.Implementations.SelectMany(a => a.GetTypes()), typeof(UseCaseBase)).ShouldBeEmpty();

    [Fact]
    public void A_use_case_that_is_not_sealed_is_found() =>
        Visibility.NotSealed([typeof(Red.OpenUseCase)], typeof(UseCaseBase)).Count.ShouldBe(1);

    [Fact]
    public void Modules_are_one_screen_long() =>
        SourceTree.Ending("Module.cs")
            .Where(f => f.Text.Contains($": {nameof(IModule)}", StringComparison.Ordinal) && f.Lines.Length > 110)
            .Select(f => $"{f.Path} has {f.Lines.Length} lines").ShouldBeEmpty();
}
