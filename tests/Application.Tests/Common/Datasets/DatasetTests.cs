using System.Text.RegularExpressions;
using MethodCenter.Application.Common.Datasets;
using MethodCenter.Application.Common.Security;
using MethodCenter.Application.Common.Tables;
using MethodCenter.Domain.Territory.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace MethodCenter.Application.Tests.Common.Datasets;

/// <summary>What every dataset declares: columns that can be distinguished, and words for people.</summary>
public sealed partial class DatasetTests
{
    private static readonly DatasetCatalogue Catalogue = new ServiceCollection()
        .AddLogging()
        .AddApplication()
        .BuildServiceProvider()
        .GetRequiredService<DatasetCatalogue>();

    public static TheoryData<string> Names => [.. Catalogue.All.Select(dataset => dataset.Name)];

    [Fact]
    public void Every_area_that_files_fill_has_one() =>
        Catalogue
            .All.Select(dataset => dataset.Name)
            .ShouldBe([
                "applications",
                "attendance",
                "attestations",
                "certificates",
                "contingents",
                "courses",
                "employees",
                "enrolments",
                "head-attestations",
                "lessons",
                "orders",
                "organisations",
                "participations",
                "programmes",
                "quotas",
                "stated-figures",
                "training-needs",
                "training-records",
            ]);

    [Fact]
    public void What_comes_about_by_decisions_is_only_exported()
    {
        var exported = Catalogue.All.Where(dataset => !dataset.Imported).Select(dataset => dataset.Name).ToList();

        exported.ShouldBe(["certificates", "orders", "quotas", "training-needs"]);
        foreach (var name in exported)
        {
            Catalogue.FindImported(name).Error!.Code.ShouldBe("dataset.export-only");
        }

        Catalogue.FindImported("courses").Refused.ShouldBeFalse();
        Catalogue.FindImported("nothing").Error!.Code.ShouldBe("dataset.unknown");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void No_header_means_two_columns(string name) =>
        Find(name)
            .Columns.SelectMany(column =>
                column.Aliases.Append(column.Name).Append(column.Header).Select(Column.KeyOf).Distinct()
            )
            .GroupBy(header => header)
            .Where(group => group.Count() > 1)
            .Select(group => group.Key)
            .ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Names))]
    public void No_refusal_points_at_two_columns(string name) =>
        Find(name).Columns.Select(column => column.Pointer).ShouldBeUnique();

    [Theory]
    [MemberData(nameof(Names))]
    public void Headers_hints_and_values_are_in_Russian(string name)
    {
        var dataset = Find(name);
        dataset.Notes.Append(dataset.Title).ShouldAllBe(text => Russian().IsMatch(text));
        foreach (var column in dataset.Columns)
        {
            column.Header.ShouldMatch("[А-Яа-яЁё]|ID");
            column.Values.ShouldAllBe(value => Russian().IsMatch(value.Text), column.Name);
            (column.Type == TableColumnType.Code).ShouldBe(column.Values.Count > 0, column.Name);
            (column.Hint is not null || column.Values.Count > 0).ShouldBeTrue(column.Name);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Protected_columns_have_a_permission_and_only_they(string name)
    {
        var dataset = Find(name);
        dataset.Columns.Any(column => column.Personal).ShouldBe(dataset.PersonalPermission is not null);
        dataset
            .Columns.Where(column =>
                column.Name.Contains("snils", StringComparison.OrdinalIgnoreCase) || column.Name == "birthDate"
            )
            .ShouldAllBe(column => column.Personal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Some_role_may_bring_it_and_take_it(string name)
    {
        var dataset = Find(name);
        var held = Enum.GetValues<Role>().SelectMany(RolePermissions.Of).ToHashSet();
        held.ShouldContain(dataset.ReadPermission);
        held.ShouldContain(dataset.WritePermission);
    }

    private static Dataset Find(string name) => Catalogue.Find(name).Value;

    [GeneratedRegex("[А-Яа-яЁё]")]
    private static partial Regex Russian();
}
