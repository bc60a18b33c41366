using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace RetailMember.Platform.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "platform_brand",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    code = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    time_zone = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_brand", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "platform_command",
                columns: table => new
                {
                    brand_id = table.Column<int>(type: "integer", nullable: false),
                    use_case = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    key = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    store_id = table.Column<int>(type: "integer", nullable: true),
                    input_hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    input = table.Column<string>(type: "text", nullable: true),
                    answer = table.Column<string>(type: "text", nullable: true),
                    caller_kind = table.Column<short>(type: "smallint", nullable: false),
                    caller_id = table.Column<Guid>(type: "uuid", nullable: true),
                    caller_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    channel = table.Column<short>(type: "smallint", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_command", x => new { x.key, x.use_case, x.brand_id });
                });

            migrationBuilder.CreateTable(
                name: "platform_data_protection_key",
                columns: table => new
                {
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    xml = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_data_protection_key", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "platform_job_run",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    job = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    brand_id = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<short>(type: "smallint", nullable: false),
                    queued_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    started_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ended_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    alive_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    done = table.Column<long>(type: "bigint", nullable: false),
                    total = table.Column<long>(type: "bigint", nullable: false),
                    message = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    input = table.Column<string>(type: "text", nullable: true),
                    caller_kind = table.Column<short>(type: "smallint", nullable: false),
                    caller_id = table.Column<Guid>(type: "uuid", nullable: true),
                    caller_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_job_run", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "platform_known_filler",
                columns: table => new
                {
                    module = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    folder = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    seam = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_known_filler", x => new { x.module, x.folder, x.seam });
                });

            migrationBuilder.CreateTable(
                name: "platform_known_permission",
                columns: table => new
                {
                    name = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    apart = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_known_permission", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "platform_module_switch",
                columns: table => new
                {
                    module = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    brand_id = table.Column<int>(type: "integer", nullable: false),
                    store_id = table.Column<int>(type: "integer", nullable: false),
                    on = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_module_switch", x => new { x.module, x.brand_id, x.store_id });
                });

            migrationBuilder.CreateTable(
                name: "platform_outbox",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    subscriber = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    brand_id = table.Column<int>(type: "integer", nullable: false),
                    @event = table.Column<string>(name: "event", type: "character varying(128)", maxLength: 128, nullable: false),
                    payload = table.Column<string>(type: "text", nullable: false),
                    occurred_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    due_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    parked = table.Column<bool>(type: "boolean", nullable: false),
                    fault = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_outbox", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "platform_person",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_name = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    normalized_user_name = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    display_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    language = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: true),
                    active = table.Column<bool>(type: "boolean", nullable: false),
                    password_hash = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    must_change_password = table.Column<bool>(type: "boolean", nullable: false),
                    security_stamp = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    failed_attempts = table.Column<int>(type: "integer", nullable: false),
                    locked_until = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    two_factor_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    authenticator_key = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    last_code_step = table.Column<long>(type: "bigint", nullable: true),
                    recovery_codes = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    last_sign_in_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_person", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "platform_role",
                columns: table => new
                {
                    code = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_role", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "platform_sent_message",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    brand_id = table.Column<int>(type: "integer", nullable: false),
                    mobile = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    purpose = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_sent_message", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "platform_setting",
                columns: table => new
                {
                    name = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    brand_id = table.Column<int>(type: "integer", nullable: false),
                    value = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_setting", x => new { x.name, x.brand_id });
                });

            migrationBuilder.CreateTable(
                name: "platform_stamp",
                columns: table => new
                {
                    name = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    value = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_stamp", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "platform_till",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    brand_id = table.Column<int>(type: "integer", nullable: false),
                    store_id = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    key_hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    last_seen_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    revoked_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_till", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "platform_store",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    brand_id = table.Column<int>(type: "integer", nullable: false),
                    code = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    code_key = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    area = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    closed = table.Column<bool>(type: "boolean", nullable: false),
                    closed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_store", x => x.id);
                    table.ForeignKey(
                        name: "FK_platform_store_platform_brand_brand_id",
                        column: x => x.brand_id,
                        principalTable: "platform_brand",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "platform_grant",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    permission = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    brand_id = table.Column<int>(type: "integer", nullable: false),
                    store_id = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_grant", x => new { x.person_id, x.permission, x.brand_id, x.store_id });
                    table.ForeignKey(
                        name: "FK_platform_grant_platform_person_person_id",
                        column: x => x.person_id,
                        principalTable: "platform_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "platform_assignment",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    brand_id = table.Column<int>(type: "integer", nullable: false),
                    store_id = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_assignment", x => new { x.person_id, x.role, x.brand_id, x.store_id });
                    table.ForeignKey(
                        name: "FK_platform_assignment_platform_person_person_id",
                        column: x => x.person_id,
                        principalTable: "platform_person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_platform_assignment_platform_role_role",
                        column: x => x.role,
                        principalTable: "platform_role",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "platform_role_permission",
                columns: table => new
                {
                    role = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    permission = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_platform_role_permission", x => new { x.role, x.permission });
                    table.ForeignKey(
                        name: "FK_platform_role_permission_platform_role_role",
                        column: x => x.role,
                        principalTable: "platform_role",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_platform_assignment_brand_id_store_id",
                table: "platform_assignment",
                columns: new[] { "brand_id", "store_id" });

            migrationBuilder.CreateIndex(
                name: "IX_platform_assignment_role",
                table: "platform_assignment",
                column: "role");

            migrationBuilder.CreateIndex(
                name: "IX_platform_brand_code",
                table: "platform_brand",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_platform_command_brand_id_at",
                table: "platform_command",
                columns: new[] { "brand_id", "at" });

            migrationBuilder.CreateIndex(
                name: "IX_platform_grant_brand_id_store_id",
                table: "platform_grant",
                columns: new[] { "brand_id", "store_id" });

            migrationBuilder.CreateIndex(
                name: "IX_platform_job_run_job_brand_id_queued_at",
                table: "platform_job_run",
                columns: new[] { "job", "brand_id", "queued_at" });

            migrationBuilder.CreateIndex(
                name: "IX_platform_job_run_state_queued_at",
                table: "platform_job_run",
                columns: new[] { "state", "queued_at" });

            migrationBuilder.CreateIndex(
                name: "IX_platform_outbox_parked_due_at",
                table: "platform_outbox",
                columns: new[] { "parked", "due_at" });

            migrationBuilder.CreateIndex(
                name: "IX_platform_outbox_subscriber_brand_id_id",
                table: "platform_outbox",
                columns: new[] { "subscriber", "brand_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_platform_person_normalized_user_name",
                table: "platform_person",
                column: "normalized_user_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_platform_sent_message_at",
                table: "platform_sent_message",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "IX_platform_store_brand_id_code_key",
                table: "platform_store",
                columns: new[] { "brand_id", "code_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_platform_till_brand_id_store_id",
                table: "platform_till",
                columns: new[] { "brand_id", "store_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "platform_assignment");

            migrationBuilder.DropTable(
                name: "platform_command");

            migrationBuilder.DropTable(
                name: "platform_data_protection_key");

            migrationBuilder.DropTable(
                name: "platform_grant");

            migrationBuilder.DropTable(
                name: "platform_job_run");

            migrationBuilder.DropTable(
                name: "platform_known_filler");

            migrationBuilder.DropTable(
                name: "platform_known_permission");

            migrationBuilder.DropTable(
                name: "platform_module_switch");

            migrationBuilder.DropTable(
                name: "platform_outbox");

            migrationBuilder.DropTable(
                name: "platform_role_permission");

            migrationBuilder.DropTable(
                name: "platform_sent_message");

            migrationBuilder.DropTable(
                name: "platform_setting");

            migrationBuilder.DropTable(
                name: "platform_stamp");

            migrationBuilder.DropTable(
                name: "platform_store");

            migrationBuilder.DropTable(
                name: "platform_till");

            migrationBuilder.DropTable(
                name: "platform_person");

            migrationBuilder.DropTable(
                name: "platform_role");

            migrationBuilder.DropTable(
                name: "platform_brand");
        }
    }
}
