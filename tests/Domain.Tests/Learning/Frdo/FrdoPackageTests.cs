using MethodCenter.Domain.Common.Norms;
using MethodCenter.Domain.Learning.Certificates;
using MethodCenter.Domain.Learning.Frdo;

namespace MethodCenter.Domain.Tests.Learning.Frdo;

/// <summary>Packages and what the register answers (FRDO-6), and the term of the delivery (FRDO-7, FRDO-8).</summary>
public sealed class FrdoPackageTests
{
    private static readonly DateOnly Today = new(2026, 11, 1);
    private static readonly NormSet Norms = new(FrdoNorms.All, []);

    [Fact]
    public void Rows_have_the_numbers_of_the_sheet_and_wait()
    {
        var package = Prepared(2);

        package.Rows.Select(row => row.Number).ShouldBe([2, 3]);
        package.Rows.ShouldAllBe(row => row.State == FrdoRowState.Prepared);
        package.Events.ShouldBe([new FrdoPackagePrepared(package.Id, 4, 2)]);
    }

    [Fact]
    public void An_answer_may_come_in_parts_and_twice()
    {
        var package = Prepared(2);
        package.Answer([new FrdoAnswer(2, true, null)], Today).Refused.ShouldBeFalse();
        package.Answer([new FrdoAnswer(3, false, "недопустимый символ")], Today).Refused.ShouldBeFalse();
        package.ClearEvents();

        package.Answer([new FrdoAnswer(2, true, null)], Today.AddDays(1)).Refused.ShouldBeFalse();

        package.Events.ShouldBeEmpty();
        package
            .Rows.Select(row => (row.State, row.ErrorText, row.AnsweredOn))
            .ShouldBe([
                (FrdoRowState.Accepted, null, (DateOnly?)Today),
                (FrdoRowState.Rejected, "недопустимый символ", Today),
            ]);
    }

    [Fact]
    public void What_was_accepted_stays_accepted_and_a_refused_answer_changes_nothing()
    {
        var package = Prepared(2);
        package.Answer([new FrdoAnswer(2, true, null)], Today);

        var refused = package.Answer([new FrdoAnswer(3, true, null), new FrdoAnswer(2, false, "нет")], Today);

        refused.Error!.Code.ShouldBe("frdo.already-accepted");
        refused.Error.Pointer.ShouldBe("/rows/1/state");
        package.Rows[1].State.ShouldBe(FrdoRowState.Prepared);
    }

    [Fact]
    public void A_rejected_row_may_turn_out_accepted()
    {
        var package = Prepared(1);
        package.Answer([new FrdoAnswer(2, false, "нет")], Today);

        package.Answer([new FrdoAnswer(2, true, null)], Today);

        (package.Rows[0].State, package.Rows[0].ErrorText).ShouldBe((FrdoRowState.Accepted, null));
    }

    [Fact]
    public void A_row_that_is_not_there_is_refused() =>
        Prepared(1).Answer([new FrdoAnswer(1, true, null)], Today).Error!.Code.ShouldBe("frdo.unknown-row");

    [Fact]
    public void A_row_is_answered_once_in_an_answer()
    {
        var package = Prepared(2);

        var refused = package.Answer([new FrdoAnswer(2, true, null), new FrdoAnswer(2, false, "нет")], Today).Error!;

        (refused.Code, refused.Pointer).ShouldBe(("frdo.row-twice", "/rows/1/number"));
        package.Rows[0].State.ShouldBe(FrdoRowState.Prepared);
    }

    [Theory]
    [InlineData(44, FrdoDeadlineState.InTime)]
    [InlineData(45, FrdoDeadlineState.Warning)]
    [InlineData(60, FrdoDeadlineState.Warning)]
    [InlineData(61, FrdoDeadlineState.Overdue)]
    public void The_term_is_sixty_days_with_a_warning_at_forty_five(int days, FrdoDeadlineState state)
    {
        var term = FrdoDeadline.Of(Today, Norms);

        term.DueOn.ShouldBe(new DateOnly(2026, 12, 31));
        term.StateOn(Today.AddDays(days)).ShouldBe(state);
    }

    [Fact]
    public void References_are_not_delivered_unless_the_centre_says_so() =>
        FrdoNorms.KindsOn(Today, Norms).ShouldNotContain(CertificateKind.StudyReference);

    private static FrdoPackage Prepared(int rows) =>
        FrdoPackage.Prepare(
            new FrdoFile(4, Today, "Тестова Анна", new string('0', 64), 1, null),
            [.. Enumerable.Range(0, rows).Select(_ => Guid.NewGuid())]
        );
}
