using MethodCenter.Domain.Common.Reports;
using static MethodCenter.Domain.Common.Reports.ContradictionCauseKind;

namespace MethodCenter.Domain.Tests.Common.Reports;

/// <summary>Why a printed figure differs. Numbers as centres print them.</summary>
public sealed class ContradictionCausesTests
{
    [Theory]
    [InlineData(345, 345, true)]
    [InlineData(352, 345, false)]
    [InlineData(45, 45.4, true)]
    [InlineData(46, 45.5, true)]
    [InlineData(46, 45.49, false)]
    [InlineData(44.4, 44.4056, true)]
    [InlineData(44.5, 44.4056, false)]
    [InlineData(345.5, 345, false)]
    public void A_figure_agrees_as_exactly_as_it_is_printed(decimal stated, decimal computed, bool agrees) =>
        ContradictionCauses.Agrees(stated, computed).ShouldBe(agrees);

    [Fact]
    public void Nothing_to_compute_from_bears_no_figure() => ContradictionCauses.Agrees(5, null).ShouldBeFalse();

    [Fact]
    public void The_zeros_of_a_database_are_no_decimals() => ContradictionCauses.Agrees(45.00m, 45.4m).ShouldBeTrue();

    [Theory]
    [InlineData(46, 45.4, true)]
    [InlineData(45, 45.5, true)]
    [InlineData(44.5, 44.4056, true)]
    [InlineData(47, 45.4, false)]
    [InlineData(346, 345, false)]
    public void Rounding_is_less_than_one_of_the_last_place_and_never_of_whole_numbers(
        decimal stated,
        decimal computed,
        bool found
    ) => (ContradictionCauses.Rounding(Facts(stated, computed)) is not null).ShouldBe(found);

    [Fact]
    public void Nothing_on_record_explains_itself()
    {
        Kinds(Facts(12, 0) with { IsOnRecord = false })[0].ShouldBe(NothingOnRecord);
        Kinds(Facts(12, null))[0].ShouldBe(NothingOnRecord);
        ContradictionCauses.NothingOnRecord(Facts(12, 0)).ShouldBeNull();
    }

    /// <summary>127 of 286 are 44.4 %; printed 51 % are 127 of the 249 with a category.</summary>
    [Fact]
    public void A_percentage_of_another_base_names_the_base()
    {
        var facts = Facts(51, 44.4056m) with
        {
            Count = 127,
            Base = new("total#all", 286),
            OtherBases = [new("total#all", 286), new("total#categories", 249), new("total#none", 37)],
        };

        var cause = ContradictionCauses.Of(facts)[0];

        cause.Kind.ShouldBe(OtherBase);
        cause.Cells.ShouldHaveSingleItem().Key.ShouldBe("total#categories");
        ContradictionCauses.OtherBase(facts with { Count = null }).ShouldBeNull();
        ContradictionCauses.OtherBase(facts with { OtherBases = [new("total#all", 286)] }).ShouldBeNull();
        ContradictionCauses
            .OtherBase(facts with { OtherBases = [new("total#x", 0), new("total#y", null)] })
            .ShouldBeNull();
    }

    [Fact]
    public void Transposed_rows_have_each_others_values()
    {
        var facts = Facts(94, 86) with { Rows = [new("row:2", 94, 86), new("row:3", 12)] };

        Kinds(facts)[0].ShouldBe(TransposedRows);
        ContradictionCauses.TransposedRows(facts with { Rows = [new("row:2", 94)] }).ShouldBeNull("not printed");
        ContradictionCauses.TransposedRows(facts with { Rows = [new("row:2", 94, 94)] }).ShouldBeNull("printed right");
    }

    [Fact]
    public void The_value_of_another_row_is_one_rows_only()
    {
        var facts = Facts(94, 86) with { Rows = [new("row:2", 94), new("row:3", 12)] };

        ContradictionCauses.OtherRow(facts)!.ShouldHaveSingleItem().Key.ShouldBe("row:2");
        ContradictionCauses.OtherRow(facts with { Rows = [new("row:2", 94), new("row:3", 94)] }).ShouldBeNull();
        ContradictionCauses.OtherRow(facts with { Stated = 0, Rows = [new("row:2", 0)] }).ShouldBeNull();
    }

    [Fact]
    public void The_value_of_another_column_names_it()
    {
        var facts = Facts(40, 35) with { Measures = [new("row:1#requested", 40), new("row:1#refused", 5)] };

        ContradictionCauses.OtherMeasure(facts)!.ShouldHaveSingleItem().Key.ShouldBe("row:1#requested");
        ContradictionCauses.OtherMeasure(facts with { Stated = 41 }).ShouldBeNull();
    }

    /// <summary>First category: 352 printed, 184 + 132 + 29 = 345.</summary>
    [Fact]
    public void Printed_parts_that_do_not_add_up_are_shown()
    {
        FigureCell[] parts = [new("a", 184, 184), new("b", 132, 132), new("c", 29, 29)];
        var facts = Facts(352, 345) with { Parts = [parts] };

        var causes = ContradictionCauses.Of(facts);

        causes[0].Kind.ShouldBe(PrintedPartsDiffer);
        causes[0].Cells.ShouldBe(parts);
        ContradictionCauses
            .PrintedPartsDiffer(
                facts with
                {
                    Parts =
                    [
                        [.. parts[..2], new("c", 29)],
                    ],
                }
            )
            .ShouldBeNull();
        ContradictionCauses
            .PrintedPartsDiffer(
                facts with
                {
                    Parts =
                    [
                        [new("a", 345, 345)],
                    ],
                }
            )
            .ShouldBeNull("one part");
    }

    [Fact]
    public void A_total_that_adds_up_in_print_points_at_the_wrong_part()
    {
        var facts = Facts(352, 345) with
        {
            Parts =
            [
                [new("a", 184, 184), new("b", 161, 168)],
            ],
        };

        var cause = ContradictionCauses.Of(facts)[0];

        cause.Kind.ShouldBe(PartContradicted);
        cause.Cells.ShouldHaveSingleItem().Key.ShouldBe("b");
        ContradictionCauses
            .PartContradicted(
                facts with
                {
                    Parts =
                    [
                        [new("a", 184, 184), new("b", 161, 161)],
                    ],
                }
            )
            .ShouldBeNull();
    }

    /// <summary>775 printed in all and 352 first categories; the rows give 768 and 345, and nothing else is printed.</summary>
    [Fact]
    public void A_total_that_carries_the_fault_of_one_printed_part_points_at_it()
    {
        var facts = Facts(775, 768) with
        {
            Parts =
            [
                [new("first", 345, 352), new("highest", 423)],
            ],
        };

        var cause = ContradictionCauses.Of(facts)[0];

        cause.Kind.ShouldBe(PartContradicted);
        cause.Cells.ShouldHaveSingleItem().Key.ShouldBe("first");
        ContradictionCauses.PartContradicted(facts with { Stated = 776 }).ShouldBeNull();
    }

    /// <summary>23 printed, 28 in the rows: without the interregional contest of 5 it comes right.</summary>
    [Fact]
    public void A_row_left_out_of_the_total_is_found()
    {
        var facts = Facts(23, 28) with
        {
            Parts =
            [
                [new("a", 16), new("b", 5), new("c", 7)],
            ],
        };

        ContradictionCauses.OmittedRow(facts)!.ShouldHaveSingleItem().Key.ShouldBe("b");
        ContradictionCauses.OmittedRow(facts with { Stated = 22 }).ShouldBeNull();
        ContradictionCauses.RepeatedRow(facts).ShouldBeNull();
        ContradictionCauses
            .OmittedRow(
                facts with
                {
                    Parts =
                    [
                        [new("a", 5)],
                    ],
                }
            )
            .ShouldBeNull("the whole is no part");
    }

    /// <summary>136 printed where the rows without repetition give 129.</summary>
    [Fact]
    public void A_row_that_is_twice_in_the_total_is_found()
    {
        var facts = Facts(136, 129) with
        {
            Parts =
            [
                [new("a", 122), new("b", 7)],
            ],
        };

        ContradictionCauses.RepeatedRow(facts)!.ShouldHaveSingleItem().Key.ShouldBe("b");
        ContradictionCauses.OmittedRow(facts).ShouldBeNull();
    }

    [Theory]
    [InlineData(354, 345, true)]
    [InlineData(435, 345, true)]
    [InlineData(543, 345, false)]
    [InlineData(346, 345, false)]
    [InlineData(3450, 345, false)]
    [InlineData(48.2, 42.8, false)]
    [InlineData(84.2, 48.21, true)]
    public void Two_neighbouring_digits_may_be_transposed(decimal stated, decimal computed, bool found) =>
        (ContradictionCauses.TransposedDigits(Facts(stated, computed)) is not null).ShouldBe(found);

    [Fact]
    public void What_nothing_explains_is_said_to_be_unexplained() => Kinds(Facts(500, 345)).ShouldBe([Unexplained]);

    [Fact]
    public void Further_causes_follow_the_likely_one()
    {
        var facts = Facts(46, 45.4m) with { Rows = [new("row:2", 46)] };

        Kinds(facts).ShouldBe([Rounding, OtherRow]);
    }

    [Fact]
    public void Proof_is_short()
    {
        var facts = Facts(50, 40) with
        {
            Parts =
            [
                [.. Enumerable.Range(0, 9).Select(row => new FigureCell($"{row}", 10))],
            ],
        };

        ContradictionCauses.Of(facts)[0].Cells.Count.ShouldBe(ContradictionCauses.MostCells);
    }

    private static FigureFacts Facts(decimal stated, decimal? computed) =>
        new() { Stated = stated, Cell = new FigureCell("cell", computed, stated) };

    private static ContradictionCauseKind[] Kinds(FigureFacts facts) =>
        [.. ContradictionCauses.Of(facts).Select(cause => cause.Kind)];
}
