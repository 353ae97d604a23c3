using MethodCenter.Application.Career.Attestations;
using MethodCenter.Application.Territory.Employees;
using MethodCenter.Domain.Career.Attestations;
using MethodCenter.Domain.Common;
using MethodCenter.Domain.Territory.Centres;
using MethodCenter.Domain.Territory.Employees;
using MethodCenter.Domain.Territory.Positions;
using MethodCenter.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MethodCenter.Api.Tests.Demo;

/// <summary>The made-up teachers of Kemerovo fall exactly as the programme publishes them, on 31.12.2021.</summary>
[Collection(DemoGroup.Name)]
public sealed class DemoStaffTests(DemoService demo)
{
    private static readonly DateOnly On = new(2021, 12, 31);

    private static CancellationToken Stopping => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ages_experience_and_education_are_as_published()
    {
        await using var scope = demo.Service.Services.CreateAsyncScope();
        var teachers = await TeachersAsync(scope.ServiceProvider.GetRequiredService<MethodCenterDbContext>());

        var ages = teachers.Select(teacher => Calendar.FullYears(teacher.BirthDate!.Value, On)).ToList();
        var experience = teachers.Select(teacher => Calendar.FullYears(teacher.TeachingSince!.Value, On)).ToList();

        teachers.Count.ShouldBe(286);
        Count(ages, 0, 25, 30, 35, 40, 45, 50, 55, 60, 65).ShouldBe([15, 22, 25, 38, 19, 39, 37, 36, 27, 28]);
        Count(experience, 0, 3, 5, 10, 15, 20).ShouldBe([19, 15, 31, 26, 27, 168]);
        teachers.Count(teacher => teacher.Education == EducationLevel.Higher).ShouldBe(227);
        teachers.Count(teacher => teacher.Education == EducationLevel.SecondaryVocational).ShouldBe(59);
        ages.Zip(experience).ShouldAllBe(one => one.First >= 18 + one.Second);
    }

    [Fact]
    public async Task Categories_are_as_published()
    {
        await using var scope = demo.Service.Services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<MethodCenterDbContext>();
        var teachers = (await TeachersAsync(database)).Select(teacher => teacher.Id).ToHashSet();
        var attestations = await database.Attestations.IgnoreQueryFilters().AsNoTracking().ToListAsync(Stopping);

        var held = attestations
            .Where(one => teachers.Contains(one.EmployeeId) && one.DecidedOn <= On && one.ValidUntil >= On)
            .GroupBy(one => one.EmployeeId)
            .Select(one => one.Max(attestation => attestation.Kind))
            .ToList();

        held.Count(kind => kind == AttestationKind.Highest).ShouldBe(127);
        held.Count(kind => kind == AttestationKind.First).ShouldBe(100);
        held.Count(kind => kind == AttestationKind.Conformity).ShouldBe(59);
    }

    [Fact]
    public async Task Made_up_numbers_have_the_right_checksum_and_none_is_given_twice()
    {
        await using var scope = demo.Service.Services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<MethodCenterDbContext>();

        var numbers = await database
            .Employees.IgnoreQueryFilters()
            .Select(employee => employee.Snils!.Value)
            .ToListAsync(Stopping);

        numbers.Count.ShouldBe(4787);
        numbers.Distinct().Count().ShouldBe(4787);
        numbers.ShouldAllBe(number => Parses(number.Digits));
    }

    private static bool Parses(string digits) => Snils.TryParse(digits, out _);

    private static Task<List<Employee>> TeachersAsync(MethodCenterDbContext database) =>
        database
            .Employees.IgnoreQueryFilters()
            .AsNoTracking()
            .Where(employee =>
                database
                    .Set<Centre>()
                    .IgnoreQueryFilters()
                    .Any(centre => centre.Id == employee.CentreId && centre.Code == "kemerovo")
                && employee.Employments.Any(place =>
                    database
                        .Set<Position>()
                        .IgnoreQueryFilters()
                        .Any(position =>
                            position.Id == place.PositionId && position.Category == PositionCategory.Teaching
                        )
                )
            )
            .ToListAsync(Stopping);

    /// <summary>How many values lie from each bound up to the next.</summary>
    private static IEnumerable<int> Count(List<int> values, params int[] bounds) =>
        bounds.Select(
            (from, place) =>
                values.Count(value => value >= from && (place + 1 == bounds.Length || value < bounds[place + 1]))
        );
}
