using MethodCenter.Application.Career;
using MethodCenter.Application.Career.Attestations;
using MethodCenter.Application.Common.Ports;
using MethodCenter.Application.Common.Security;
using MethodCenter.Application.Territory;
using MethodCenter.Application.Territory.Employees;
using MethodCenter.Domain.Career.Attestations;
using MethodCenter.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace MethodCenter.Api.Tests.Career.Attestations;

/// <summary>Several people record the same decision at the same moment.</summary>
public sealed class AttestationRaceTests
{
    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task Of_twenty_equal_recordings_at_once_one_is_taken(DatabaseProvider provider)
    {
        await using var setting = await AttestationSetting.StartAsync(provider);
        var teacher = await setting.TeacherAsync();

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(_ => setting.RecordAsync(teacher, "first", "2024-02-20", "2024-01-10"))
        );

        answers.Count(answer => answer.Status == HttpStatusCode.Created).ShouldBe(1);
        answers.Count(answer => answer.ErrorCode == "attestation.already-recorded").ShouldBe(19);
        var listed = await setting.Api.GetAsync($"/attestations?employeeId={teacher}&includeTotal=true");
        ((int)listed["total"]!).ShouldBe(1);
    }

    /// <summary>Past the guard of the domain, the index says the same in the same words.</summary>
    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task The_index_refuses_a_second_record_of_the_same_decision(DatabaseProvider provider)
    {
        await using var setting = await AttestationSetting.StartAsync(provider);
        var decision = new AttestationDecision(
            await setting.TeacherAsync(),
            setting.School,
            setting.Teacher,
            AttestationKind.First,
            AttestationOutcome.Granted,
            new DateOnly(2024, 2, 20)
        );
        var cancellation = TestContext.Current.CancellationToken;
        await using var scope = setting.Service.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Caller>().Scope.Open(setting.World.CentreId, null);
        var norms = await scope.ServiceProvider.GetRequiredService<INorms>().GetAsync(cancellation);
        var unitOfWork = scope.ServiceProvider.GetRequiredService<IUnitOfWork>();
        await using var transaction = await unitOfWork.BeginAsync(cancellation);
        for (var copy = 0; copy < 2; copy++)
        {
            scope
                .ServiceProvider.GetRequiredService<ICareerStore>()
                .Attestations.Add(
                    Attestation.Record(decision, CareerFacts.None, norms, new DateOnly(2024, 3, 1)).Value
                );
        }

        var refusal = await unitOfWork.SaveAsync(cancellation);

        refusal.ShouldBe(AttestationErrors.AlreadyRecorded);
    }

    /// <summary>
    /// A refusal is being recorded by someone else, uncommitted, when the next claim comes: the claim waits for it.
    /// </summary>
    [Fact]
    public async Task A_recording_waits_for_another_about_the_same_person_and_is_judged_by_it()
    {
        await using var setting = await AttestationSetting.StartAsync(DatabaseProvider.PostgreSql);
        var teacher = await setting.TeacherAsync();
        var refusal = new AttestationDecision(
            teacher,
            setting.School,
            setting.Teacher,
            AttestationKind.First,
            AttestationOutcome.Refused,
            new DateOnly(2024, 4, 10)
        );
        var cancellation = TestContext.Current.CancellationToken;
        await using var scope = setting.Service.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Caller>().Scope.Open(setting.World.CentreId, null);
        var norms = await scope.ServiceProvider.GetRequiredService<INorms>().GetAsync(cancellation);
        var unitOfWork = scope.ServiceProvider.GetRequiredService<IUnitOfWork>();
        await using var transaction = await unitOfWork.BeginAsync(cancellation);
        await scope.ServiceProvider.GetRequiredService<ITerritoryStore>().HoldEmployeeAsync(teacher, cancellation);
        scope
            .ServiceProvider.GetRequiredService<ICareerStore>()
            .Attestations.Add(Attestation.Record(refusal, CareerFacts.None, norms, new DateOnly(2024, 5, 1)).Value);
        (await unitOfWork.SaveAsync(cancellation)).ShouldBeNull();

        var claim = setting.RecordAsync(teacher, "first", "2024-06-20", "2024-05-02");
        while (!claim.IsCompleted && !await SomeoneWaitsAsync(setting, cancellation))
        {
            await Task.Yield();
        }

        await transaction.CommitAsync(cancellation);
        (await claim).ErrorCode.ShouldBe("attestation.refused-recently");
    }

    private static async Task<bool> SomeoneWaitsAsync(AttestationSetting setting, CancellationToken cancellation)
    {
        await using var connection = new NpgsqlConnection(setting.Service.Database.ConnectionString);
        await connection.OpenAsync(cancellation);
        await using var command = new NpgsqlCommand(
            "SELECT EXISTS (SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock')",
            connection
        );
        return (bool)(await command.ExecuteScalarAsync(cancellation))!;
    }
}
