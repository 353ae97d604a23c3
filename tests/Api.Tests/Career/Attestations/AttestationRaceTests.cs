using System.Net;
using MethodCenter.Application.Career;
using MethodCenter.Application.Common.Ports;
using MethodCenter.Application.Common.Security;
using MethodCenter.Domain.Career.Attestations;
using MethodCenter.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

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
}
