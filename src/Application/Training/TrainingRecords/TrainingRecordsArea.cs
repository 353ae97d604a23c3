using MethodCenter.Application.Common.Areas;
using MethodCenter.Application.Common.Changes;
using MethodCenter.Application.Learning.Applications;
using MethodCenter.Domain.Common.Norms;
using MethodCenter.Domain.Training.TrainingRecords;
using Microsoft.Extensions.DependencyInjection;

namespace MethodCenter.Application.Training.TrainingRecords;

internal sealed class TrainingRecordsArea : Area
{
    public override IEnumerable<ChangeType> Changes =>
        [new("training-records", typeof(TrainingRecord), TrainingRecordPermissions.Read)];

    public override IEnumerable<NormDefinition> Norms => TrainingNorms.All;

    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<ITrainingHistory, TrainingHistory>();
        services.AddScoped<TrainingDueRows>();
    }
}
