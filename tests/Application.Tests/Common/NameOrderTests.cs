using MethodCenter.Application.Common.Reports;

namespace MethodCenter.Application.Tests.Common;

/// <summary>Reports sort names as lists do: by code «Ё» comes before «А», and small letters behind all capital ones.</summary>
public sealed class NameOrderTests
{
    private static readonly string?[] Names = ["яблоко", "Ёлочка", "Жар-птица", "аист", "Дом", "ЁЛОЧКА", null];
    private static readonly string?[] Sorted = [null, "аист", "Дом", "ЁЛОЧКА", "Ёлочка", "Жар-птица", "яблоко"];

    [Fact]
    public void Names_are_sorted_whatever_their_case_and_io_as_ie() => Names.OrderByName(name => name).ShouldBe(Sorted);

    [Fact]
    public void So_they_are_within_equal_rows() =>
        Names
            .Select(name => (Row: 2, Name: name))
            .Append((Row: 1, Name: "я"))
            .OrderBy(one => one.Row)
            .ThenByName(one => one.Name)
            .Select(one => one.Name)
            .ShouldBe(["я", .. Sorted]);
}
