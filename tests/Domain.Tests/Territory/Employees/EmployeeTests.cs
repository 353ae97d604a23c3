using System.Globalization;
using MethodCenter.Domain.Territory.Employees;

namespace MethodCenter.Domain.Tests.Territory.Employees;

public sealed class EmployeeTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);
    private static readonly Guid School = Guid.NewGuid();
    private static readonly Guid OtherSchool = Guid.NewGuid();
    private static readonly Guid Teacher = Guid.NewGuid();
    private static readonly Guid Tutor = Guid.NewGuid();

    [Fact]
    public void Birth_in_the_future_is_refused() =>
        Employee
            .Register(Card() with { BirthDate = Today.AddDays(1) }, Today)
            .Error.ShouldBe(EmployeeErrors.ImpossibleBirthDate);

    [Fact]
    public void Birth_before_1900_is_refused() =>
        Employee
            .Register(Card() with { BirthDate = new DateOnly(1899, 12, 31) }, Today)
            .Error.ShouldBe(EmployeeErrors.ImpossibleBirthDate);

    [Fact]
    public void Teaching_cannot_begin_in_the_future() =>
        Employee
            .Register(Card() with { TeachingSince = Today.AddDays(1) }, Today)
            .Error.ShouldBe(EmployeeErrors.TeachingSinceInFuture);

    [Theory]
    [InlineData("2020-08-31", true)]
    [InlineData("2020-09-01", false)]
    [InlineData("2021-01-01", false)]
    public void Nobody_works_before_he_is_born(string birth, bool accepted)
    {
        var born = DateOnly.Parse(birth);
        var terms = new EmploymentTerms(EmploymentKind.Main, 1m, new DateOnly(2020, 9, 1), null);
        var child = Employee.Register(Card() with { BirthDate = born }, Today).Value;
        var worker = Employee.Register(Card() with { BirthDate = null }, Today).Value;
        worker.Employ(School, Teacher, terms, false).Refused.ShouldBeFalse();

        var employed = child.Employ(School, Teacher, terms, false);
        var dated = worker.UpdateCard(Card() with { BirthDate = born }, Today);

        (employed.Error?.Code, employed.Error?.Pointer).ShouldBe(
            accepted ? (null, null) : ("employee.birth-after-employment", "/from")
        );
        (dated.Error?.Code, dated.Error?.Pointer).ShouldBe(
            accepted ? (null, null) : ("employee.birth-after-employment", "/birthDate")
        );
    }

    /// <summary>Of several changes the first one counts, and only for places that were left before it.</summary>
    [Fact]
    public void What_the_card_was_stays_with_those_for_whom_the_person_no_longer_works()
    {
        var card = Card() with { Education = EducationLevel.SecondaryVocational };
        var employee = Employee.Register(card, Today).Value;
        var left = Place(School, new DateOnly(2020, 9, 1), Today.AddDays(-1));
        var last = Place(OtherSchool, new DateOnly(2021, 9, 1), Today);

        employee.UpdateCard(card with { BirthDate = new DateOnly(1980, 2, 29) }, Today).Refused.ShouldBeFalse();
        left.FormerLastName.ShouldBeNull();
        var married = card with { LastName = "Замужняя", Education = EducationLevel.Higher };
        employee.UpdateCard(married, Today).Refused.ShouldBeFalse();
        employee.UpdateCard(married with { LastName = "Другая" }, Today.AddDays(1)).Refused.ShouldBeFalse();

        (left.FormerLastName, left.FormerEducation).ShouldBe((card.LastName, EducationLevel.SecondaryVocational));
        (last.FormerLastName, last.FormerEducation).ShouldBe(("Замужняя", EducationLevel.Higher));

        Employment Place(Guid school, DateOnly from, DateOnly to) =>
            employee
                .Employ(school, Teacher, new EmploymentTerms(EmploymentKind.ExternalPartTime, 1m, from, to), false)
                .Value;
    }

    [Fact]
    public void Who_is_outside_the_territory_and_comes_to_work_for_it_is_warned_of()
    {
        var guest = Employee.Register(Card() with { OutsideTerritory = true }, Today).Value;

        guest.Employ(OtherSchool, Teacher, MainPlace("2019-01-01", "2019-12-31"), true).Warnings.ShouldBeEmpty();
        var employed = guest.Employ(School, Teacher, MainPlace("2020-01-01", null), false);

        employed.Warnings.ShouldHaveSingleItem().ShouldBe(EmployeeErrors.OutsideButEmployed);
        guest.OutsideTerritory.ShouldBeTrue();
        var colleague = Employee.Register(Card(), Today).Value;
        colleague.Employ(School, Teacher, MainPlace("2020-01-01", null), false).Warnings.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("2003-12-31", false)]
    [InlineData("2004-01-01", true)]
    public void Teaching_cannot_begin_before_the_age_of_14(string since, bool accepted)
    {
        var card = Card() with { BirthDate = new DateOnly(1990, 1, 1), TeachingSince = DateOnly.Parse(since) };

        Employee.Register(card, Today).Refused.ShouldBe(!accepted);
    }

    [Fact]
    public void The_name_is_searched_without_yo_and_case() =>
        Employee.Register(Card(), Today).Value.NameKey.ShouldBe("СЕМЕНОВА АННА ИВАНОВНА");

    [Theory]
    [InlineData(false, "1980-01-01", "1990-01-01", true)]
    [InlineData(true, "1980-01-01", "1990-01-01", false)]
    [InlineData(false, "1980-01-01", "1980-01-01", false)]
    [InlineData(false, null, "1990-01-01", false)]
    [InlineData(false, "1980-01-01", null, false)]
    public void A_key_of_another_name_and_birth_date_is_somebody_elses(
        bool sameName,
        string? born,
        string? given,
        bool refused
    ) =>
        Employee
            .RefuseKeyOf(
                sameName,
                born is null ? null : DateOnly.Parse(born, CultureInfo.InvariantCulture),
                given is null ? null : DateOnly.Parse(given, CultureInfo.InvariantCulture)
            )
            .ShouldBe(refused ? EmployeeErrors.KeyOfSomebodyElse : null);

    [Fact]
    public void One_main_employment_at_a_time()
    {
        var employee = Employed("2020-01-01", null);

        var second = employee.Employ(OtherSchool, Teacher, MainPlace("2021-01-01", null), false);

        second.Error.ShouldBe(EmployeeErrors.SecondMainEmployment);
    }

    [Theory]
    [InlineData("2020-12-31", true)]
    [InlineData("2021-01-01", false)]
    public void A_main_employment_may_follow_the_day_after_the_last(string from, bool refused)
    {
        var employee = Employed("2020-01-01", "2020-12-31");

        employee.Employ(OtherSchool, Teacher, MainPlace(from, null), false).Refused.ShouldBe(refused);
    }

    [Fact]
    public void Part_time_work_may_overlap_the_main_one()
    {
        var employee = Employed("2020-01-01", null);
        var partTime = MainPlace("2021-01-01", null) with { Kind = EmploymentKind.ExternalPartTime, Rate = 0.5m };

        employee.Employ(OtherSchool, Teacher, partTime, false).Refused.ShouldBeFalse();
        employee.PlaceOfWork(Today)!.OrganisationId.ShouldBe(School);
    }

    [Fact]
    public void Without_a_main_place_the_earliest_begun_represents_the_person()
    {
        var employee = Registered();
        var late = MainPlace("2024-01-01", null) with { Kind = EmploymentKind.InternalPartTime };
        var early = MainPlace("2020-01-01", null) with { Kind = EmploymentKind.ExternalPartTime };
        employee.Employ(School, Teacher, late, false).Refused.ShouldBeFalse();
        employee.Employ(OtherSchool, Teacher, early, false).Refused.ShouldBeFalse();

        employee.PlaceOfWork(DateOnly.Parse("2024-02-01"))!.OrganisationId.ShouldBe(OtherSchool);
    }

    [Fact]
    public void The_same_employment_twice_is_refused()
    {
        var employee = Employed("2020-01-01", null);

        employee
            .Employ(School, Teacher, MainPlace("2022-01-01", null), false)
            .Error.ShouldBe(EmployeeErrors.AlreadyEmployed);
        employee
            .Employ(School, Tutor, MainPlace("2022-01-01", null) with { Kind = EmploymentKind.InternalPartTime }, false)
            .Refused.ShouldBeFalse();
    }

    [Fact]
    public void An_employment_cannot_end_before_it_begins() =>
        Registered()
            .Employ(School, Teacher, MainPlace("2020-01-02", "2020-01-01"), false)
            .Error.ShouldBe(EmployeeErrors.EmploymentEndsBeforeStart);

    [Fact]
    public void The_last_day_of_work_is_inclusive()
    {
        var employee = Employed("2020-01-01", null);
        var employment = employee.Employments[0].Id;

        employee.Dismiss(employment, new DateOnly(2020, 6, 30)).Refused.ShouldBeFalse();

        employee.WorksAt(School, new DateOnly(2020, 6, 30)).ShouldBeTrue();
        employee.WorksAt(School, new DateOnly(2020, 7, 1)).ShouldBeFalse();
        employee.Dismiss(employment, new DateOnly(2020, 7, 1)).Error!.Code.ShouldBe("employee.employment-ended");
        employee.Dismiss(Guid.NewGuid(), Today).Error.ShouldBe(EmployeeErrors.EmploymentNotFound);
    }

    [Fact]
    public void Absences_of_one_kind_do_not_overlap()
    {
        var employee = Registered();
        employee.RecordAbsence(AbsenceKind.ParentalLeave, new DateOnly(2024, 1, 1), null).Refused.ShouldBeFalse();

        employee
            .RecordAbsence(AbsenceKind.ParentalLeave, new DateOnly(2025, 1, 1), null)
            .Error.ShouldBe(EmployeeErrors.AbsenceOverlaps);
        employee
            .RecordAbsence(AbsenceKind.LongIllness, new DateOnly(2025, 2, 1), new DateOnly(2025, 1, 1))
            .Error.ShouldBe(EmployeeErrors.AbsenceEndsBeforeStart);
        employee
            .EndAbsence(employee.Absences[0].Id, new DateOnly(2025, 1, 9))
            .Value.To.ShouldBe(new DateOnly(2025, 1, 9));
    }

    [Fact]
    public void A_list_does_not_turn_an_employment_into_one_that_cannot_be()
    {
        var employee = Employed("2020-01-01", "2020-12-31");
        var first = employee.Employments[0];
        employee.Employ(OtherSchool, Teacher, MainPlace("2021-01-01", null), false).Refused.ShouldBeFalse();

        employee.Amend(Guid.NewGuid(), 1m, null).Error.ShouldBe(EmployeeErrors.EmploymentNotFound);
        employee
            .Amend(first.Id, 1m, new DateOnly(2019, 12, 31))
            .Error.ShouldBe(EmployeeErrors.EmploymentEndsBeforeStart);
        employee.Amend(first.Id, 1m, new DateOnly(2021, 1, 1)).Error.ShouldBe(EmployeeErrors.SecondMainEmployment);
        first.To.ShouldBe(new DateOnly(2020, 12, 31));
        employee.Amend(first.Id, 0.5m, new DateOnly(2020, 1, 1)).Value.ShouldBeTrue();
    }

    [Fact]
    public void Nobody_is_dismissed_before_he_was_hired()
    {
        var employee = Employed("2020-01-01", null);

        employee
            .Dismiss(employee.Employments[0].Id, new DateOnly(2019, 12, 31))
            .Error.ShouldBe(EmployeeErrors.EmploymentEndsBeforeStart);
        employee.Employments[0].To.ShouldBeNull();
    }

    [Fact]
    public void Nobody_returns_from_an_absence_before_it_began()
    {
        var employee = Registered();
        var absence = employee.RecordAbsence(AbsenceKind.ParentalLeave, new DateOnly(2024, 1, 1), null).Value;

        employee.EndAbsence(Guid.NewGuid(), Today).Error.ShouldBe(EmployeeErrors.AbsenceNotFound);
        employee
            .EndAbsence(absence.Id, new DateOnly(2023, 12, 31))
            .Error.ShouldBe(EmployeeErrors.AbsenceEndsBeforeStart);
        absence.To.ShouldBeNull();
    }

    [Fact]
    public void Hiring_and_dismissal_are_told_to_others()
    {
        var employee = Employed("2020-01-01", null);
        employee.Dismiss(employee.Employments[0].Id, Today);

        employee.Events.ShouldBe([
            new EmployeeEmployed(employee.Id, School, Teacher),
            new EmployeeDismissed(employee.Id, School, Teacher),
        ]);
    }

    private static EmployeeCard Card() => new("Семёнова", "Анна", "Ивановна");

    private static Employee Registered() => Employee.Register(Card(), Today).Value;

    private static Employee Employed(string from, string? to)
    {
        var employee = Registered();
        employee.Employ(School, Teacher, MainPlace(from, to), false).Refused.ShouldBeFalse();
        return employee;
    }

    private static EmploymentTerms MainPlace(string from, string? to) =>
        new(EmploymentKind.Main, 1m, DateOnly.Parse(from), to is null ? null : DateOnly.Parse(to));
}
